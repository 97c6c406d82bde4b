using System.Text.Json.Serialization;

namespace Sovia.Media;

/// <summary>Links a file to a post and records how the match was found.</summary>
public sealed record FileMatch
{
    /// <summary>ID derived from hash, post and role, so that no link is stored twice.</summary>
    public required string Id { get; init; }

    /// <summary>SHA-256 of the content.</summary>
    public required string Sha256 { get; init; }

    /// <summary>ID of the post.</summary>
    public required Guid PostId { get; init; }

    /// <summary>The file's role for the post.</summary>
    public FileRole Role { get; init; }

    /// <summary>How the match was found, such as <c>uuid-in-name</c>.</summary>
    public required string Method { get; init; }

    /// <summary>Confidence from 0 to 1.</summary>
    public required double Confidence { get; init; }

    /// <summary>Whether the user made the match. Scans never override a manual match.</summary>
    [JsonPropertyName("byHand")]
    public bool IsManual { get; init; }

    /// <summary>Creates a match with its derived ID.</summary>
    public static FileMatch Create(string sha256, Guid postId, FileRole role, string method, double confidence, bool byHand = false) =>
        new()
        {
            Id = $"{sha256}:{postId:N}:{role}",
            Sha256 = sha256,
            PostId = postId,
            Role = role,
            Method = method,
            Confidence = confidence,
            IsManual = byHand,
        };
}
