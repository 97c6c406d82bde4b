using Sovia.Library;
using Sovia.Query.Lists;

namespace Sovia.Downloads;

/// <summary>Selects which missing files to download or list.</summary>
public sealed record DownloadRequest
{
    /// <summary>The posts whose files are requested.</summary>
    public DownloadScope Scope { get; init; }

    /// <summary>The resolved query, for <see cref="DownloadScope.Query"/>.</summary>
    public ResolvedQuery? List { get; init; }

    /// <summary>
    /// The post ID, for <see cref="DownloadScope.Post"/> and <see cref="DownloadScope.Family"/>, or the import run ID, for
    /// <see cref="DownloadScope.Run"/>.
    /// </summary>
    public Guid? Id { get; init; }

    /// <summary>
    /// Public or cookie-bound hosts. One list never mixes them, because a downloader set up for one cannot fetch from the other.
    /// </summary>
    public HostAccess Access { get; init; }

    /// <summary>Only images or only videos; null for both.</summary>
    public MediaKind? Kind { get; init; }

    /// <summary>The file roles to include for each post.</summary>
    public IReadOnlyList<DownloadRole> Roles { get; init; } = DefaultRoles;

    /// <summary>All roles except those that can be regenerated from the others, such as thumbnails.</summary>
    public static IReadOnlyList<DownloadRole> DefaultRoles { get; } = [DownloadRole.Media, DownloadRole.Hd, DownloadRole.Audio];
}
