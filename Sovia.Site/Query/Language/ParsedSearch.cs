using System.Collections.Immutable;
using Sovia.Library.Dates;
using Sovia.Query.Terms;

namespace Sovia.Query.Language;

/// <summary>
/// What a search means. Every text has a reading: what is wrong is told in messages and left out, and the rest counts.
/// </summary>
/// <param name="Term">What is looked for.</param>
/// <param name="Messages">What is wrong, in the order of the text.</param>
/// <param name="Canonical">The search without its faults, written in one way: it reads as the same term and prints as itself.</param>
public sealed record ParsedSearch(Term Term, ImmutableArray<SearchMessage> Messages, string Canonical)
{
    /// <summary>How many characters are read.</summary>
    public const int MaxLength = 4000;

    /// <summary>How many words, phrases and values are looked for at once.</summary>
    public const int MaxTerms = 100;

    /// <summary>How deep parentheses go.</summary>
    public const int MaxDepth = 20;

    /// <summary>The reading of nothing: everything.</summary>
    public static readonly ParsedSearch Empty = new(Term.Everything, [], "");

    /// <summary>The text that was read, as given but for its length and for what no text can hold.</summary>
    public string Text { get; private init; } = "";

    /// <summary>The parts that must all be met, each as a search of its own.</summary>
    public ImmutableArray<string> Parts { get; private init; } = [];

    /// <summary>Whether it means something else tomorrow, as <c>date:today</c> does.</summary>
    public bool IsRelative { get; private init; }

    /// <summary>Whether it names a collection, so that it means something else when that has become another.</summary>
    public bool ReferencesCollections { get; private init; }

    /// <summary>Whether nothing is wrong in what was read, however much more there is.</summary>
    public bool IsValid { get; private init; } = true;

    /// <summary>Reads a search.</summary>
    /// <param name="text">As typed.</param>
    /// <param name="now">What <c>date:today</c> is counted from, UTC.</param>
    /// <param name="zone">Whose days dates mean; UTC where it is left out.</param>
    public static ParsedSearch Parse(string? text, DateTimeOffset now, TimeZoneInfo? zone = null)
    {
        if (string.IsNullOrWhiteSpace(text)) return Empty;
        var read = SyntaxCharacters.ReplaceUnstorable(SyntaxCharacters.Truncate(text, MaxLength));
        var parsedSearch = Read(read, new(now, zone ?? TimeZoneInfo.Utc));
        return read.Length == text.Length
            ? parsedSearch
            : parsedSearch with
            {
                Messages = [.. parsedSearch.Messages,
                new(read.Length, text.Length - read.Length, $"Search too long: only the first {MaxLength:N0} characters were used.")]
            };
    }

    internal static SearchMessage CreateUnclosedQuoteMessage(int start, int length) =>
        new(start, length, "Missing closing quote. Sovia assumed it at the end.");

    // Written out, a search can be longer than it was typed, and must still be one that is read whole.
    private static ParsedSearch Read(string text, LocalCalendar calendar)
    {
        for (var terms = MaxTerms; ; terms--)
        {
            var searchParser = new SearchParser(text, calendar, terms);
            var searchNode = searchParser.Parse();
            var canonical = searchNode?.Text ?? "";
            if (canonical.Length > MaxLength) continue;
            ImmutableArray<SearchMessage> messages = [.. searchParser.Messages];
            return new(searchNode?.Term ?? Term.Everything, messages, canonical)
            {
                Text = text,
                IsRelative = searchParser.Dependencies.Tomorrow,
                ReferencesCollections = searchParser.Dependencies.WithLists,
                IsValid = messages.IsEmpty,
                Parts = PartsOf(searchNode)
            };
        }
    }

    private static ImmutableArray<string> PartsOf(SearchNode? searchNode) =>
        searchNode is SearchNode.All all ? [.. all.Parts.Select(part => part is SearchNode.Any ? $"({part.Text})" : part.Text)]
        : searchNode is null ? [] : [searchNode.Text];
}
