using System.Collections.Immutable;
using Sovia.Query.Terms;

namespace Sovia.Query.Language;

/// <summary>A search as a tree that still knows how each part is written.</summary>
internal abstract record SearchNode
{
    /// <summary>What it means.</summary>
    public abstract Term Term { get; }

    /// <summary>How it is written, without parentheses around it.</summary>
    public abstract string Text { get; }

    /// <summary>A word, a phrase or a metatag.</summary>
    /// <param name="Meaning">What it means.</param>
    /// <param name="CanonicalText">How it is written.</param>
    /// <param name="Weight">How many terms it stands for.</param>
    /// <param name="IsRelative">Whether it means something else tomorrow.</param>
    /// <param name="ReferencesCollections">Whether it names a collection.</param>
    public sealed record Leaf(Term Meaning, string CanonicalText, int Weight = 1, bool IsRelative = false,
        bool ReferencesCollections = false) : SearchNode
    {
        public override Term Term => Meaning;
        public override string Text => CanonicalText;
    }

    /// <summary>All of several.</summary>
    public sealed record All(ImmutableArray<SearchNode> Parts) : SearchNode
    {
        public override Term Term => new Term.AllOf([.. Parts.Select(part => part.Term)]);
        public override string Text => string.Join(' ', Parts.Select(part => part is Any ? $"({part.Text})" : part.Text));
    }

    /// <summary>One of several.</summary>
    public sealed record Any(ImmutableArray<SearchNode> Parts) : SearchNode
    {
        public override Term Term => new Term.AnyOf([.. Parts.Select(part => part.Term)]);
        public override string Text => string.Join(" or ", Parts.Select(part => part.Text));
    }

    /// <summary>Not one.</summary>
    public sealed record Exclusion(SearchNode Other) : SearchNode
    {
        public override Term Term => new Term.Negation(Other.Term);
        public override string Text => Other is Leaf ? $"-{Other.Text}" : $"-({Other.Text})";
    }

    /// <summary>All of some, as simply as it can be said; null of none.</summary>
    public static SearchNode? CombineAll(IReadOnlyCollection<SearchNode> parts) => parts.Count switch
    {
        0 => null,
        1 => parts.First(),
        _ => new All([.. parts.SelectMany(part => part is All all ? all.Parts.AsEnumerable() : [part])]),
    };

    /// <summary>One of some, as simply as it can be said; null of none.</summary>
    public static SearchNode? CombineAny(IReadOnlyCollection<SearchNode> parts) => parts.Count switch
    {
        0 => null,
        1 => parts.First(),
        _ => new Any([.. parts.SelectMany(part => part is Any any ? any.Parts.AsEnumerable() : [part])]),
    };

    /// <summary>The opposite, as simply as it can be said.</summary>
    public static SearchNode Negate(SearchNode other) => other is Exclusion exclusion ? exclusion.Other : new Exclusion(other);
}
