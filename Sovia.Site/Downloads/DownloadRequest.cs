using Sovia.Library;
using Sovia.Query.Lists;

namespace Sovia.Downloads;

/// <summary>Which of the missing files are wanted.</summary>
public sealed record DownloadRequest
{
    /// <summary>Whose files.</summary>
    public DownloadScope Scope { get; init; }

    /// <summary>The list, for <see cref="DownloadScope.Query"/>.</summary>
    public ResolvedQuery? List { get; init; }

    /// <summary>
    /// The post, for <see cref="DownloadScope.Post"/> and <see cref="DownloadScope.Family"/>; the run, for <see cref="DownloadScope.Run"/>.
    /// </summary>
    public Guid? Id { get; init; }

    /// <summary>Public and cookie-bound hosts are never mixed: what fetches from the one cannot fetch from the other.</summary>
    public HostAccess Access { get; init; }

    /// <summary>Only images or only videos; null for both.</summary>
    public MediaKind? Kind { get; init; }

    /// <summary>Which files of each post.</summary>
    public IReadOnlyList<DownloadRole> Roles { get; init; } = DefaultRoles;

    /// <summary>Everything that cannot be made again from the rest, as a thumbnail can.</summary>
    public static IReadOnlyList<DownloadRole> DefaultRoles { get; } = [DownloadRole.Media, DownloadRole.Hd, DownloadRole.Audio];
}
