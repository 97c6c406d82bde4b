namespace Sovia.Media;

/// <summary>That a file belongs to a post, and how that was found out.</summary>
public sealed record FileMatch
{
    /// <summary>Derived from the other three, so that nothing is linked twice.</summary>
    public required string Id { get; init; }

    /// <summary>The content.</summary>
    public required string Sha256 { get; init; }

    /// <summary>The post.</summary>
    public required Guid PostId { get; init; }

    /// <summary>What the file is to the post.</summary>
    public FileRole Role { get; init; }

    /// <summary>How it was found out, <c>uuid-in-name</c>.</summary>
    public required string Method { get; init; }

    /// <summary>How sure that is, from 0 to 1.</summary>
    public required double Confidence { get; init; }

    /// <summary>Whether the user said so. That stays whatever a scan finds.</summary>
    public bool ByHand { get; init; }

    /// <summary>A match with its id.</summary>
    public static FileMatch Create(string sha256, Guid postId, FileRole role, string method, double confidence, bool byHand = false) =>
        new()
        {
            Id = $"{sha256}:{postId:N}:{role}",
            Sha256 = sha256,
            PostId = postId,
            Role = role,
            Method = method,
            Confidence = confidence,
            ByHand = byHand,
        };
}
