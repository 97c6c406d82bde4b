using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;

namespace Sovia.Media;

/// <summary>A path under a media root where a file is or was. Kept when the file disappears, because a drive may be reconnected.</summary>
public sealed record FileLocation
{
    /// <summary>ID derived from root and path; see <see cref="ComputeId"/>.</summary>
    public required Guid Id { get; init; }

    /// <summary>Absolute path of the media root.</summary>
    public required string Root { get; init; }

    /// <summary>Path relative to the root, separated by <c>/</c>.</summary>
    public required string Path { get; init; }

    /// <summary>SHA-256 of the content as last read. Null if the file is not media; recorded so that the file is not read again.</summary>
    public string? Sha256 { get; init; }

    /// <summary>Length in bytes when last read.</summary>
    public required long Length { get; init; }

    /// <summary>Modification time when last read, in UTC ticks, because a database timestamp is coarser.</summary>
    public required long ModifiedTicks { get; init; }

    /// <summary>When the file was found missing; null while it is present.</summary>
    public DateTimeOffset? MissingSince { get; init; }

    /// <summary>Original file names of an upload, which is stored under its hash.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>ID of the post named by a sidecar or manifest beside the file.</summary>
    [JsonPropertyName("statedId")]
    public Guid? SidecarPostId { get; init; }

    /// <summary>The actual type of a misnamed file, as a message for the user; null if the name is right.</summary>
    public string? Problem { get; init; }

    /// <summary>When the bytes last changed, UTC.</summary>
    [JsonIgnore]
    public DateTimeOffset ModifiedAt => new(ModifiedTicks, TimeSpan.Zero);

    /// <summary>Computes the ID of a location; the same in every process.</summary>
    public static Guid ComputeId(string root, string path) =>
        new(SHA256.HashData(Encoding.UTF8.GetBytes($"{root}\0{path}")).AsSpan(0, 16), bigEndian: true);
}
