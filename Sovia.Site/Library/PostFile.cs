using System.Text.Json.Serialization;

namespace Sovia.Library;

/// <summary>The data of a post's saved file that cards and pages use.</summary>
public sealed record PostFile
{
    /// <summary>SHA-256 of the content in lower-case hex, which identifies it regardless of the file's name and location.</summary>
    public required string Sha256 { get; init; }

    /// <summary>The MIME type detected from the first bytes.</summary>
    public required string Mime { get; init; }

    /// <summary>Length in bytes.</summary>
    public required long Length { get; init; }

    /// <summary>Width in pixels, as shown.</summary>
    public int? Width { get; init; }

    /// <summary>Height in pixels, as shown.</summary>
    public int? Height { get; init; }

    /// <summary>Duration of a video in seconds.</summary>
    public double? Duration { get; init; }

    /// <summary>Base64 ThumbHash, the placeholder until the image has loaded.</summary>
    public string? ThumbHash { get; init; }

    /// <summary>How the file was matched to this post, <c>uuid-in-name</c>.</summary>
    public required string Method { get; init; }

    /// <summary>True while no known location can be read, for example because a drive is unplugged.</summary>
    public bool Missing { get; init; }

    /// <summary>True if the file is incomplete, and no complete file of the post exists.</summary>
    public bool Damaged { get; init; }

    /// <summary>The status of a post with this file.</summary>
    [JsonIgnore]
    public FileStatus Status => Missing ? FileStatus.Away : Damaged ? FileStatus.Damaged : FileStatus.Safe;
}
