using Sovia.Library;

namespace Sovia.Downloads.Overview;

/// <summary>Filters of the missing posts; null matches everything.</summary>
/// <param name="Host">The host of their URLs; empty for posts without one.</param>
/// <param name="Kind">The kind of the posts.</param>
/// <param name="Reason">A <see cref="MissingReason"/> or a <see cref="Sovia.Downloads.Fetching.DownloadErrorCode"/>.</param>
public sealed record MissingPostsQuery(string? Host = null, MediaKind? Kind = null, string? Reason = null);
