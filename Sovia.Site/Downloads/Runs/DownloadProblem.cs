namespace Sovia.Downloads.Runs;

/// <summary>Why a post's file did not come home when it was last tried. It goes when the file comes.</summary>
public sealed record DownloadProblem
{
    /// <summary>The post's id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The run that tried.</summary>
    public required Guid RunId { get; init; }

    /// <summary>One of <see cref="Sovia.Downloads.Fetching.DownloadErrorCode"/>.</summary>
    public required string Code { get; init; }

    /// <summary>What happened, in words for the user.</summary>
    public required string Reason { get; init; }

    /// <summary>The address that was asked.</summary>
    public required string Url { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTimeOffset At { get; init; }
}
