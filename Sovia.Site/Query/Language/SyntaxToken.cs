using System.Collections.Immutable;

namespace Sovia.Query.Language;

/// <summary>A smallest part of a search.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Where it starts.</param>
/// <param name="Length">How long it is, quotes and all.</param>
/// <param name="Text">What it says: of a phrase what stands in the quotes, of a metatag its name as typed.</param>
internal sealed record SyntaxToken(SyntaxToken.TokenKind Kind, int Start, int Length, string Text)
{
    public enum TokenKind { Open, Close, Or, Not, Phrase, Chunk, Metatag }

    /// <summary>A metatag's values.</summary>
    public ImmutableArray<ValueItem> Items { get; init; } = [];

    /// <summary>False for a phrase whose quote never ends.</summary>
    public bool IsClosed { get; init; } = true;

    public int End => Start + Length;
}
