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
        { Host: { } host } => host.Length > 0 ? $"from {host}" : "no address known",
        { Kind: { } kind } => KindName.Of(kind).ToLowerInvariant(),
        _ => null,
    };

    /// <summary>The address of the stretch below, or null at the end.</summary>
    public string? Next => Page.Next is not { } next ? null : $"/media/missing?{string.Join('&', Parameters().Append($"after={Uri.EscapeDataString(next.ToString())}"))}";

    private IEnumerable<string> Parameters()
    {
        if (Query.Host is { } host) yield return $"host={Uri.EscapeDataString(host)}";
        if (Query.Kind is { } kind) yield return $"kind={kind}".ToLowerInvariant();
        if (Query.Reason is { } reason) yield return $"reason={Uri.EscapeDataString(reason)}";
    }
}
