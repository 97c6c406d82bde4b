using Sovia.Library;

namespace Sovia.Downloads.Overview;

/// <summary>Which of the missing posts are asked for; what is null does not matter.</summary>
/// <param name="Host">The host of their addresses; empty for those without one.</param>
/// <param name="Kind">What they are.</param>
/// <param name="Reason">A <see cref="MissingReason"/> or a <see cref="Sovia.Downloads.Fetching.DownloadErrorCode"/>.</param>
public sealed record MissingPostsQuery(string? Host = null, MediaKind? Kind = null, string? Reason = null);
