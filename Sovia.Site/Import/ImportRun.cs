using System.Text.Json.Serialization;

namespace Sovia.Import;

/// <summary>One import of one or more files: its sources, progress and result.</summary>
public sealed record ImportRun
{
    /// <summary>A time-ordered id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The run's state.</summary>
    public ImportState State { get; init; }

    /// <summary>The node that has the files; null for a run of the command line, or if no node has claimed the files.</summary>
    public string? Node { get; init; }

    /// <summary>When the files were submitted, UTC.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When the run ended, UTC.</summary>
    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>True if the run stops at a preview and waits for the user's confirmation.</summary>
    [JsonPropertyName("asksFirst")]
    public bool StopsAtPreview { get; init; }

    /// <summary>When the first post was written, or the preview began, UTC; null while queued.</summary>
    public DateTimeOffset? BegunAt { get; init; }

    /// <summary>The starting point for measuring the run's speed; null while queued.</summary>
    public ImportPace? Pace { get; init; }

    /// <summary>Number of posts counted by the preview; null if there was none.</summary>
    public int? Expected { get; init; }

    /// <summary>The files, in reading order.</summary>
    public IReadOnlyList<ImportSource> Sources { get; init; } = [];

    /// <summary>The counts so far.</summary>
    public ImportCounts Counts { get; init; } = new();

    /// <summary>The written progress, from which the run resumes after a crash.</summary>
    public ImportProgress Progress { get; init; } = new(0, 0);

    /// <summary>Bytes read so far, of all files.</summary>
    public long BytesRead { get; init; }

    /// <summary>Total size of all files in bytes.</summary>
    public long BytesTotal => Sources.Sum(source => source.Size);

    /// <summary>The first <see cref="MaxStoredIssues"/> issues.</summary>
    public IReadOnlyList<ImportIssue> Issues { get; init; } = [];

    /// <summary>Number of issues by code, including those that are not stored.</summary>
    public IReadOnlyDictionary<string, int> IssueCounts { get; init; } = new Dictionary<string, int>();

    /// <summary>Why the run failed, in text for the user.</summary>
    public string? Failure { get; init; }

    /// <summary>The only account whose items are imported, besides items of unknown owner; null to import all.</summary>
    public Guid? OnlyOwner { get; init; }

    /// <summary>The accounts whose items are left out.</summary>
    public IReadOnlyList<Guid> ExcludedOwners { get; init; } = [];

    /// <summary>The progress of undoing the run; null if no undo was requested.</summary>
    public ImportUndoProgress? Undo { get; init; }

    /// <summary>True if the run failed because it was interrupted too often. Its files are kept, and the user may resume it.</summary>
    public bool IsGivenUp { get; init; }

    /// <summary>True if the run has failed and can resume.</summary>
    [JsonPropertyName("canGoOn")]
    public bool CanResume => this is { State: ImportState.Failed, IsGivenUp: true };

    /// <summary>Maximum number of stored issues, because a damaged file can have one for each item. Further issues are only
    /// counted.</summary>
    public const int MaxStoredIssues = 500;

    /// <summary>Returns the run without progress, for a step that reads it from the start.</summary>
    public ImportRun WithProgressReset() => this with
    {
        Counts = new(),
        Progress = new(0, 0),
        BytesRead = 0,
        Issues = [],
        IssueCounts = new Dictionary<string, int>(),
        Failure = null,
        BegunAt = null,
        Pace = null,
    };

    /// <summary>True once the run is finished, failed, cancelled or undone.</summary>
    public bool HasEnded => State is ImportState.Finished or ImportState.Failed or ImportState.Cancelled or ImportState.Undone;
}
