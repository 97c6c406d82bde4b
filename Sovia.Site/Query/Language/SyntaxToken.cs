using System.Collections.Immutable;

namespace Sovia.Query.Language;

/// <summary>A token of a search.</summary>
/// <param name="Kind">The kind of token.</param>
/// <param name="Start">The start position in the search.</param>
/// <param name="Length">The length, including quotes.</param>
/// <param name="Text">The content: the quoted text of a phrase, or the name of a metatag as typed.</param>
internal sealed record SyntaxToken(SyntaxToken.TokenKind Kind, int Start, int Length, string Text)
{
    public enum TokenKind { Open, Close, Or, Not, Phrase, Chunk, Metatag }

    /// <summary>The values of a metatag.</summary>
    public ImmutableArray<ValueItem> Items { get; init; } = [];

    /// <summary>False for a phrase without a closing quote.</summary>
    public bool IsClosed { get; init; } = true;

    public int End => Start + Length;
}
