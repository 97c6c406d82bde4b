using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;

namespace Sovia.Media;

/// <summary>A place under a media root where a file lies or lay. Kept when the file goes: a drive may be plugged in again.</summary>
public sealed record FileLocation
{
    /// <summary>Derived from root and path: see <see cref="ComputeId"/>.</summary>
    public required Guid Id { get; init; }

    /// <summary>The media root, an absolute path.</summary>
    public required string Root { get; init; }

    /// <summary>The path below it, parted by <c>/</c>.</summary>
    public required string Path { get; init; }

    /// <summary>The content as last read; null for a file that is no media, remembered so that it is not read again.</summary>
    public string? Sha256 { get; init; }

    /// <summary>Length in bytes when it was read.</summary>
    public required long Length { get; init; }

    /// <summary>Modification time when it was read, in ticks of UTC: finer than a database's time.</summary>
    public required long ModifiedTicks { get; init; }

    /// <summary>Since when it is not there; null while it is.</summary>
    public DateTimeOffset? MissingSince { get; init; }

    /// <summary>What it was called where it came from, for an upload, which is stored under its hash.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>The post that a sidecar or manifest beside it states.</summary>
    public Guid? StatedId { get; init; }

    /// <summary>What it really is, in words for the user, where its name says something else; null where it is what it is called.</summary>
    public string? Problem { get; init; }

    /// <summary>When its bytes last changed, UTC.</summary>
    [JsonIgnore]
    public DateTimeOffset ModifiedAt => new(ModifiedTicks, TimeSpan.Zero);

    /// <summary>The same place has the same id in every process.</summary>
    public static Guid ComputeId(string root, string path) =>
        new(SHA256.HashData(Encoding.UTF8.GetBytes($"{root}\0{path}")).AsSpan(0, 16), bigEndian: true);
}
