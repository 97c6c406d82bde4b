namespace Sovia.Downloads.Runs;

/// <summary>The error of the last attempt to download a post's file. Deleted once the file is downloaded.</summary>
public sealed record DownloadProblem
{
    /// <summary>The post's ID.</summary>
    public required Guid Id { get; init; }

    /// <summary>The run of that attempt.</summary>
    public required Guid RunId { get; init; }

    /// <summary>One of <see cref="Sovia.Downloads.Fetching.DownloadErrorCode"/>.</summary>
    public required string Code { get; init; }

    /// <summary>The error message for the user.</summary>
    public required string Reason { get; init; }

    /// <summary>The requested URL.</summary>
    public required string Url { get; init; }

    /// <summary>The time of the attempt, UTC.</summary>
    public required DateTimeOffset At { get; init; }
}
