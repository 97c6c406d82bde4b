using Sovia.Prompts;

namespace Sovia.Pages.Prompts;

/// <summary>Consecutive prompts, and the way on.</summary>
/// <param name="Cards">The prompts.</param>
/// <param name="NextUrl">The address of those behind; null where the list ends.</param>
/// <param name="Highlights">What of their words to mark.</param>
public sealed record PromptCardPage(IReadOnlyList<PromptCard> Cards, string? NextUrl, Sovia.Query.Terms.SearchHighlighter Highlights)
{
    /// <summary>The list of a query, as an address.</summary>
    /// <param name="query">The query.</param>
    /// <param name="after">The place behind which it begins; null for its top.</param>
    public static string GetUrl(PromptQuery query, string? after = null)
    {
        var asked = query.ToQueryString();
        if (after is not null) asked = $"{asked}{(asked.Length > 0 ? "&" : "")}after={Uri.EscapeDataString(after)}";
        return asked.Length > 0 ? $"/prompts?{asked}" : "/prompts";
    }
}
