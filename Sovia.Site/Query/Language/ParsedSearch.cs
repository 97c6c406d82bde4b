using System.Collections.Immutable;
using Sovia.Library.Dates;
using Sovia.Query.Terms;

namespace Sovia.Query.Language;

/// <summary>A parsed search. Every text can be parsed: invalid parts are reported in messages and ignored, and the rest applies.</summary>
/// <param name="Term">The term to match.</param>
/// <param name="Messages">The errors, in the order of the text.</param>
/// <param name="Canonical">The canonical text without the errors: it parses to the same term and formats as itself.</param>
public sealed record ParsedSearch(Term Term, ImmutableArray<SearchMessage> Messages, string Canonical)
{
    /// <summary>The maximum number of characters to parse.</summary>
    public const int MaxLength = 4000;

    /// <summary>The maximum number of words, phrases and values.</summary>
    public const int MaxTerms = 100;

    /// <summary>The maximum nesting depth of parentheses.</summary>
    public const int MaxDepth = 20;

    /// <summary>The empty search, which matches everything.</summary>
    public static readonly ParsedSearch Empty = new(Term.Everything, [], "");

    /// <summary>The parsed text, as given but truncated and without characters that cannot be stored.</summary>
    public string Text { get; private init; } = "";

    /// <summary>The parts that must all match, each as a separate search.</summary>
    public ImmutableArray<string> Parts { get; private init; } = [];

    /// <summary>Whether the meaning depends on the current date, as with <c>date:today</c>.</summary>
    public bool IsRelative { get; private init; }

    /// <summary>Whether the search names a collection, so that its meaning changes with the collection.</summary>
    public bool ReferencesCollections { get; private init; }

    /// <summary>Whether the parsed text has no errors, even if the text was truncated.</summary>
    public bool IsValid { get; private init; } = true;

    /// <summary>Parses a search.</summary>
    /// <param name="text">As typed.</param>
    /// <param name="now">The time that <c>date:today</c> refers to, UTC.</param>
    /// <param name="zone">The time zone of dates; UTC if omitted.</param>
    public static ParsedSearch Parse(string? text, DateTimeOffset now, TimeZoneInfo? zone = null)
    {
        if (string.IsNullOrWhiteSpace(text)) return Empty;
        var input = SyntaxCharacters.ReplaceUnstorable(SyntaxCharacters.Truncate(text, MaxLength));
        var parsedSearch = ParseText(input, new(now, zone ?? TimeZoneInfo.Utc));
        return input.Length == text.Length
            ? parsedSearch
            : parsedSearch with
            {
                Messages = [.. parsedSearch.Messages,
                new(input.Length, text.Length - input.Length, $"Search too long: only the first {MaxLength:N0} characters were used.")]
            };
    }

    internal static SearchMessage CreateUnclosedQuoteMessage(int start, int length) =>
        new(start, length, "Missing closing quote. Sovia assumed it at the end.");

    // The canonical text can be longer than the typed one, but must still be short enough to be parsed whole.
    private static ParsedSearch ParseText(string text, LocalCalendar calendar)
    {
        for (var termLimit = MaxTerms; ; termLimit--)
        {
            var searchParser = new SearchParser(text, calendar, termLimit);
            var searchNode = searchParser.Parse();
            var canonical = searchNode?.Text ?? "";
            if (canonical.Length > MaxLength) continue;
            ImmutableArray<SearchMessage> messages = [.. searchParser.Messages];
            return new(searchNode?.Term ?? Term.Everything, messages, canonical)
            {
                Text = text,
                IsRelative = searchParser.Dependencies.IsRelative,
                ReferencesCollections = searchParser.Dependencies.ReferencesCollections,
                IsValid = messages.IsEmpty,
                Parts = GetParts(searchNode)
            };
        }
    }

    private static ImmutableArray<string> GetParts(SearchNode? searchNode) =>
        searchNode is SearchNode.All all ? [.. all.Parts.Select(part => part is SearchNode.Any ? $"({part.Text})" : part.Text)]
        : searchNode is null ? [] : [searchNode.Text];
}
