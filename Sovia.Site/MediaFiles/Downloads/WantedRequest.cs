using Sovia.Library;
using Sovia.Library.Search;

namespace Sovia.MediaFiles.Downloads;

/// <summary>Which of the missing files are wanted.</summary>
public sealed record WantedRequest
{
    /// <summary>Whose files.</summary>
    public WantedScope Scope { get; init; }

    /// <summary>The list, for <see cref="WantedScope.Query"/>.</summary>
    public Listing? List { get; init; }

    /// <summary>The post, for <see cref="WantedScope.Post"/> and <see cref="WantedScope.Family"/>; the run, for <see cref="WantedScope.Run"/>.</summary>
    public Guid? Id { get; init; }

    /// <summary>Public and cookie-bound hosts are never mixed: what fetches from the one cannot fetch from the other.</summary>
    public HostAccess Access { get; init; }

    /// <summary>Only images or only videos; null for both.</summary>
    public MediaKind? Kind { get; init; }

    /// <summary>Which files of each post.</summary>
    public IReadOnlyList<WantedRole> Roles { get; init; } = Usual;

    /// <summary>Everything that cannot be made again from the rest, as a thumbnail can.</summary>
    public static IReadOnlyList<WantedRole> Usual { get; } = [WantedRole.Media, WantedRole.Hd, WantedRole.Audio];
}
