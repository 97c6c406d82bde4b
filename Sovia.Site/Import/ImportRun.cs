namespace Sovia.Import;

/// <summary>One hand-over of one or more files: what came, how far it got, what became of it.</summary>
public sealed record ImportRun
{
    /// <summary>A time-ordered id.</summary>
    public required Guid Id { get; init; }

    /// <summary>Where it stands.</summary>
    public ImportState State { get; init; }

    /// <summary>The node that has its files; null for one that came from a terminal, or whose files no node has said to have.</summary>
    public string? Node { get; init; }

    /// <summary>When it was handed over, UTC.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When it ended, UTC.</summary>
    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>True while it is to stop at a preview and wait for a go-ahead.</summary>
    public bool AsksFirst { get; init; }

    /// <summary>When its first post was written, or its preview began, UTC; null while it waits.</summary>
    public DateTimeOffset? BegunAt { get; init; }

    /// <summary>What its speed is measured from; null while it waits.</summary>
    public ImportPace? Pace { get; init; }

    /// <summary>How many posts its preview counted; null where there was none.</summary>
    public int? Expected { get; init; }

    /// <summary>The files, in the order read.</summary>
    public IReadOnlyList<ImportSource> Sources { get; init; } = [];

    /// <summary>What was met so far.</summary>
    public ImportCounts Counts { get; init; } = new();

    /// <summary>How far it has been written, to go on from after a crash.</summary>
    public ImportProgress Progress { get; init; } = new(0, 0);

    /// <summary>Bytes read so far, over all files.</summary>
    public long BytesRead { get; init; }

    /// <summary>Bytes of all files.</summary>
    public long BytesTotal => Sources.Sum(source => source.Size);

    /// <summary>The first <see cref="MaxStoredIssues"/> issues.</summary>
    public IReadOnlyList<ImportIssue> Issues { get; init; } = [];

    /// <summary>How often each code came, also beyond the kept issues.</summary>
    public IReadOnlyDictionary<string, int> IssueCounts { get; init; } = new Dictionary<string, int>();

    /// <summary>Why it failed, in words for the user.</summary>
    public string? Failure { get; init; }

    /// <summary>The only account whose items are imported, besides items of unknown owner; null to import all.</summary>
    public Guid? OnlyOwner { get; init; }

    /// <summary>What came of undoing it; null where nobody has asked for that.</summary>
    public ImportUndoProgress? Undo { get; init; }

    /// <summary>True for one that failed because it kept being interrupted: its files are kept, and the user may have it go on.</summary>
    public bool IsGivenUp { get; init; }

    /// <summary>True where it has failed and can go on.</summary>
    public bool CanGoOn => this is { State: ImportState.Failed, IsGivenUp: true };

    /// <summary>A damaged file can have an issue an item; beyond these only the counts go on.</summary>
    public const int MaxStoredIssues = 500;

    /// <summary>The run before anything of it was read: for a step that reads it from the start.</summary>
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

    /// <summary>True once nothing will change any more.</summary>
    public bool HasEnded => State is ImportState.Finished or ImportState.Failed or ImportState.Cancelled or ImportState.Undone;
}
