using Sovia.Prompts;

namespace Sovia.Pages.Prompts;

/// <summary>A page of prompts.</summary>
/// <param name="Cards">The prompts.</param>
/// <param name="NextUrl">The URL of the next page; null at the end.</param>
/// <param name="Highlights">The highlighter for their texts.</param>
public sealed record PromptCardPage(IReadOnlyList<PromptCard> Cards, string? NextUrl, Sovia.Query.Terms.SearchHighlighter Highlights)
{
    /// <summary>Returns the URL of the list for a query.</summary>
    /// <param name="query">The query.</param>
    /// <param name="after">The cursor to start after; null for the first page.</param>
    public static string GetUrl(PromptQuery query, string? after = null)
    {
        var queryString = query.ToQueryString();
        if (after is not null) queryString = $"{queryString}{(queryString.Length > 0 ? "&" : "")}after={Uri.EscapeDataString(after)}";
        return queryString.Length > 0 ? $"/prompts?{queryString}" : "/prompts";
    }
}
