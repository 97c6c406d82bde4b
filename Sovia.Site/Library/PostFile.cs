using System.Text.Json.Serialization;

namespace Sovia.Library;

/// <summary>The bytes of a post that are safe on this machine, as far as cards and pages need them.</summary>
public sealed record PostFile
{
    /// <summary>
    /// SHA-256 of the bytes in lower-case hex: the identity of the content, whatever the file is called and wherever it lies.
    /// </summary>
    public required string Sha256 { get; init; }

    /// <summary>The MIME type that the first bytes show.</summary>
    public required string Mime { get; init; }

    /// <summary>Length in bytes.</summary>
    public required long Length { get; init; }

    /// <summary>Width in pixels, as shown.</summary>
    public int? Width { get; init; }

    /// <summary>Height in pixels, as shown.</summary>
    public int? Height { get; init; }

    /// <summary>Length of a clip in seconds.</summary>
    public double? Duration { get; init; }

    /// <summary>Base64 ThumbHash: what to paint until the picture is there.</summary>
    public string? ThumbHash { get; init; }

    /// <summary>How the file was found to be this post's, <c>uuid-in-name</c>.</summary>
    public required string Method { get; init; }

    /// <summary>True while no known location of it can be read, as with an unplugged drive.</summary>
    public bool Missing { get; init; }

    /// <summary>True where the bytes are not whole, and no whole file of the post is here.</summary>
    public bool Damaged { get; init; }

    /// <summary>Whether its post is safe with it.</summary>
    [JsonIgnore]
    public FileStatus Status => Missing ? FileStatus.Away : Damaged ? FileStatus.Damaged : FileStatus.Safe;
}
