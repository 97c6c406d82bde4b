using System.Globalization;
using Sovia.Library;
using Sovia.Prompts;
using QueryString = Sovia.Query.UrlQueryString;

namespace Sovia.Pages.Prompts;

/// <summary>A prompt in the list.</summary>
/// <param name="Entry">The prompt.</param>
/// <param name="Covers">Pictures of what was made from it.</param>
public sealed record PromptCard(PromptEntry Entry, IReadOnlyList<PromptCover> Covers)
{
    // The longest are thousands of words; the page of each has all of them.
    private const int Longest = 2_000;

    /// <summary>Its page.</summary>
    public string Url => GetUrl(Entry.Key);

    /// <summary>Its words, or the beginning of them.</summary>
    public string Text { get; } = StorableText.Truncate(Entry.Text, Longest);

    /// <summary>Whether those are all.</summary>
    public bool IsComplete => Entry.Text.Length <= Longest;

    /// <summary>How often it was used, in words.</summary>
    public string UsesText => FormatUses(Entry);

    /// <summary>The page of a prompt.</summary>
    public static string GetUrl(long key) => $"/prompts/{PromptKey.Format(key)}";

    /// <summary>The gallery of exactly what was made from a prompt, as a query string.</summary>
    public static string GetQueryString(long key) =>
        QueryString.Format([new("search", $"prompt:{PromptKey.Format(key)}"), new("unit", "post")]);

    /// <summary>How often a prompt was used, in words.</summary>
    public static string FormatUses(PromptEntry entry) => entry.Uses == 0 ? "Not used yet"
        : $"{Counted(entry.Uses, "use", "uses")}{(entry.Families == entry.Uses ? "" : $" in {Counted(entry.Families, "stack", "stacks")}")}";

    private static string Counted(int count, string one, string many) =>
        string.Create(CultureInfo.InvariantCulture, $"{count:N0} {(count == 1 ? one : many)}");
}
