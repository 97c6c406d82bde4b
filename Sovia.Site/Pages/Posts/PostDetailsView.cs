using Sovia.Library;
using Sovia.Media;

namespace Sovia.Pages.Posts;

/// <summary>All details of a post except its texts.</summary>
/// <param name="Post">The post.</param>
/// <param name="Files">Its files on disk.</param>
/// <param name="Runs">The imports that contained it with their start times, latest first.</param>
/// <param name="Zone">The time zone of date links.</param>
public sealed record PostDetailsView(Post Post, IReadOnlyList<FileOnDisk> Files, IReadOnlyList<(Guid Run, DateTimeOffset At)> Runs,
    TimeZoneInfo Zone);
