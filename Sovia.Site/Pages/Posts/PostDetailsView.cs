using Sovia.Library;
using Sovia.Media;

namespace Sovia.Pages.Posts;

/// <summary>What is known of a post beside its words.</summary>
/// <param name="Post">The post.</param>
/// <param name="Files">Its files on disk.</param>
/// <param name="Runs">The imports it came with and when each began, the latest first.</param>
/// <param name="Zone">Whose days links to a date mean.</param>
public sealed record PostDetailsView(Post Post, IReadOnlyList<FileOnDisk> Files, IReadOnlyList<(Guid Run, DateTimeOffset At)> Runs,
    TimeZoneInfo Zone);
