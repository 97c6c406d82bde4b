using System.Collections.Immutable;
using Sovia.Query.Terms;

namespace Sovia.Query.Language;

/// <summary>A syntax tree of a search, which keeps the canonical text of each part.</summary>
internal abstract record SearchNode
{
    /// <summary>The term of the node.</summary>
    public abstract Term Term { get; }

    /// <summary>The canonical text, without enclosing parentheses.</summary>
    public abstract string Text { get; }

    /// <summary>A word, a phrase or a metatag.</summary>
    /// <param name="Meaning">The term.</param>
    /// <param name="CanonicalText">The canonical text.</param>
    /// <param name="Weight">The number of terms it counts as.</param>
    /// <param name="IsRelative">Whether the meaning depends on the current date.</param>
    /// <param name="ReferencesCollections">Whether it names a collection.</param>
    public sealed record Leaf(Term Meaning, string CanonicalText, int Weight = 1, bool IsRelative = false,
        bool ReferencesCollections = false) : SearchNode
    {
        public override Term Term => Meaning;
        public override string Text => CanonicalText;
    }

    /// <summary>Matches if all parts match.</summary>
    public sealed record All(ImmutableArray<SearchNode> Parts) : SearchNode
    {
        public override Term Term => new Term.AllOf([.. Parts.Select(part => part.Term)]);
        public override string Text => string.Join(' ', Parts.Select(part => part is Any ? $"({part.Text})" : part.Text));
    }

    /// <summary>Matches if any part matches.</summary>
    public sealed record Any(ImmutableArray<SearchNode> Parts) : SearchNode
    {
        public override Term Term => new Term.AnyOf([.. Parts.Select(part => part.Term)]);
        public override string Text => string.Join(" or ", Parts.Select(part => part.Text));
    }

    /// <summary>Matches if the other node does not.</summary>
    public sealed record Exclusion(SearchNode Other) : SearchNode
    {
        public override Term Term => new Term.Negation(Other.Term);
        public override string Text => Other is Leaf ? $"-{Other.Text}" : $"-({Other.Text})";
    }

    /// <summary>Combines parts with "and" in the simplest form; returns null for no parts.</summary>
    public static SearchNode? CombineAll(IReadOnlyCollection<SearchNode> parts) => parts.Count switch
    {
        0 => null,
        1 => parts.First(),
        _ => new All([.. parts.SelectMany(part => part is All all ? all.Parts.AsEnumerable() : [part])]),
    };

    /// <summary>Combines parts with "or" in the simplest form; returns null for no parts.</summary>
    public static SearchNode? CombineAny(IReadOnlyCollection<SearchNode> parts) => parts.Count switch
    {
        0 => null,
        1 => parts.First(),
        _ => new Any([.. parts.SelectMany(part => part is Any any ? any.Parts.AsEnumerable() : [part])]),
    };

    /// <summary>Returns the negation in the simplest form.</summary>
    public static SearchNode Negate(SearchNode other) => other is Exclusion exclusion ? exclusion.Other : new Exclusion(other);
}
