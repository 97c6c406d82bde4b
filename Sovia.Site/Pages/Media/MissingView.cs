using Sovia.MediaFiles.Downloads.Overview;

namespace Sovia.Pages.Media;

/// <summary>A stretch of missing posts.</summary>
/// <param name="Page">The posts.</param>
/// <param name="Query">What was asked for.</param>
public sealed record MissingView(MissingPage Page, MissingQuery Query)
{
    /// <summary>What they have in common, in words; null for all.</summary>
    public string? About => Query switch
    {
        { Reason: { } reason } => ReasonWords.Of(reason).ToLowerInvariant(),
        { Host: { } host } => host.Length > 0 ? $"from {host}" : "no download link",
        { Kind: { } kind } => KindName.Of(kind).ToLowerInvariant(),
        _ => null,
    };

    /// <summary>The address of the stretch below, or null at the end.</summary>
    public string? Next => Page.Next is { } next ? AddressOf(Query, next) : null;

    /// <summary>The address of a stretch.</summary>
    /// <param name="query">Which posts.</param>
    /// <param name="after">Where the stretch before ended; null for the first.</param>
    public static string AddressOf(MissingQuery query, MissingCursor? after = null) => $"/media/missing?{string.Join('&', Parameters(query, after))}";

    private static IEnumerable<string> Parameters(MissingQuery query, MissingCursor? after)
    {
        if (query.Host is { } host) yield return $"host={Uri.EscapeDataString(host)}";
        if (query.Kind is { } kind) yield return $"kind={kind}".ToLowerInvariant();
        if (query.Reason is { } reason) yield return $"reason={Uri.EscapeDataString(reason)}";
        if (after is not null) yield return $"after={Uri.EscapeDataString(after.ToString())}";
    }
}
