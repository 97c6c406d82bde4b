using Sovia.Downloads.Overview;

namespace Sovia.Pages.Media;

/// <summary>A stretch of missing posts.</summary>
/// <param name="Page">The posts.</param>
/// <param name="Query">What was asked for.</param>
public sealed record MissingView(MissingPostsPage Page, MissingPostsQuery Query)
{
    /// <summary>What they have in common, in words; null for all.</summary>
    public string? FilterText => Query switch
    {
        { Reason: { } reason } => MissingReasonText.Describe(reason).ToLowerInvariant(),
        { Host: { } host } => host.Length > 0 ? $"from {host}" : "no download link",
        { Kind: { } kind } => MediaKindName.Format(kind).ToLowerInvariant(),
        _ => null,
    };

    /// <summary>The address of the stretch below, or null at the end.</summary>
    public string? NextUrl => Page.NextCursor is { } next ? GetUrl(Query, next) : null;

    /// <summary>The address of a stretch.</summary>
    /// <param name="query">Which posts.</param>
    /// <param name="after">Where the stretch before ended; null for the first.</param>
    public static string GetUrl(MissingPostsQuery query, MissingPostsCursor? after = null) =>
        $"/media/missing?{string.Join('&', Parameters(query, after))}";

    private static IEnumerable<string> Parameters(MissingPostsQuery query, MissingPostsCursor? after)
    {
        if (query.Host is { } host) yield return $"host={Uri.EscapeDataString(host)}";
        if (query.Kind is { } kind) yield return $"kind={kind}".ToLowerInvariant();
        if (query.Reason is { } reason) yield return $"reason={Uri.EscapeDataString(reason)}";
        if (after is not null) yield return $"after={Uri.EscapeDataString(after.ToString())}";
    }
}
