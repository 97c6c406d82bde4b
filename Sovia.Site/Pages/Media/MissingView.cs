using Sovia.Downloads.Overview;

namespace Sovia.Pages.Media;

/// <summary>A page of missing posts.</summary>
/// <param name="Page">The posts.</param>
/// <param name="Query">The filters.</param>
public sealed record MissingView(MissingPostsPage Page, MissingPostsQuery Query)
{
    /// <summary>Display text of the filters; null for none.</summary>
    public string? FilterText => Query switch
    {
        { Reason: { } reason } => MissingReasonText.Describe(reason).ToLowerInvariant(),
        { Host: { } host } => host.Length > 0 ? $"from {host}" : "no download link",
        { Kind: { } kind } => MediaKindName.Format(kind).ToLowerInvariant(),
        _ => null,
    };

    /// <summary>The URL of the next page, or null at the end.</summary>
    public string? NextUrl => Page.NextCursor is { } cursor ? GetUrl(Query, cursor) : null;

    /// <summary>Returns the URL of a page.</summary>
    /// <param name="query">The filters.</param>
    /// <param name="after">The cursor of the previous page's end; null for the first page.</param>
    public static string GetUrl(MissingPostsQuery query, MissingPostsCursor? after = null) =>
        $"/media/missing?{string.Join('&', GetParameters(query, after))}";

    private static IEnumerable<string> GetParameters(MissingPostsQuery query, MissingPostsCursor? after)
    {
        if (query.Host is { } host) yield return $"host={Uri.EscapeDataString(host)}";
        if (query.Kind is { } kind) yield return $"kind={kind}".ToLowerInvariant();
        if (query.Reason is { } reason) yield return $"reason={Uri.EscapeDataString(reason)}";
        if (after is not null) yield return $"after={Uri.EscapeDataString(after.ToString())}";
    }
}
