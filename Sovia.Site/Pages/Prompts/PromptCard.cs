using System.Globalization;
using Sovia.Library;
using Sovia.Prompts;
using QueryString = Sovia.Query.UrlQueryString;

namespace Sovia.Pages.Prompts;

/// <summary>A prompt in the list.</summary>
/// <param name="Entry">The prompt.</param>
/// <param name="Covers">Covers of the posts made from it.</param>
public sealed record PromptCard(PromptEntry Entry, IReadOnlyList<PromptCover> Covers)
{
    // Truncated here, because the longest prompts have thousands of words; a prompt's page shows all of them.
    private const int MaxTextLength = 2_000;

    /// <summary>The URL of the prompt.</summary>
    public string Url => GetUrl(Entry.Key);

    /// <summary>The text, truncated if it is long.</summary>
    public string Text { get; } = StorableText.Truncate(Entry.Text, MaxTextLength);

    /// <summary>Whether the text is not truncated.</summary>
    public bool IsComplete => Entry.Text.Length <= MaxTextLength;

    /// <summary>Display text for the number of uses.</summary>
    public string UsesText => FormatUses(Entry);

    /// <summary>Returns the URL of a prompt.</summary>
    public static string GetUrl(long key) => $"/prompts/{PromptKey.Format(key)}";

    /// <summary>Returns the query string of the gallery with exactly the posts made from a prompt.</summary>
    public static string GetQueryString(long key) =>
        QueryString.Format([new("search", $"prompt:{PromptKey.Format(key)}"), new("unit", "post")]);

    /// <summary>Formats the number of uses of a prompt.</summary>
    public static string FormatUses(PromptEntry entry) => entry.Uses == 0 ? "Not used yet"
        : $"{FormatCount(entry.Uses, "use", "uses")}{(entry.Families == entry.Uses ? "" : $" in {FormatCount(entry.Families, "stack", "stacks")}")}";

    private static string FormatCount(int count, string singular, string plural) =>
        string.Create(CultureInfo.InvariantCulture, $"{count:N0} {(count == 1 ? singular : plural)}");
}
