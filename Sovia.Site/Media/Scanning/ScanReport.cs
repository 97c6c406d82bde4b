using System.Text.Json.Serialization;

namespace Sovia.Media.Scanning;

/// <summary>The result of a scan, and the state of the files after it.</summary>
public sealed record ScanReport
{
    /// <summary>The maximum number of notes kept; further notes are only counted.</summary>
    public const int MaxNotes = 500;

    /// <summary>Folders scanned.</summary>
    public IReadOnlyList<string> Roots { get; init; } = [];

    /// <summary>True if no folder could be scanned.</summary>
    public bool NothingRead { get; init; }

    /// <summary>Files found, of any type.</summary>
    [JsonPropertyName("seen")]
    public int Files { get; init; }

    /// <summary>Media at new locations.</summary>
    public int New { get; init; }

    /// <summary>Media whose content changed.</summary>
    public int Changed { get; init; }

    /// <summary>Unchanged files, which were not opened.</summary>
    public int Unchanged { get; init; }

    /// <summary>Files that are not media, such as sidecars and notes.</summary>
    public int Other { get; init; }

    /// <summary>Files that are still being written.</summary>
    public int Waiting { get; init; }

    /// <summary>Number of waiting files skipped only because they changed a moment ago.</summary>
    [JsonPropertyName("fresh")]
    public int RecentlyChanged { get; init; }

    /// <summary>Recorded locations whose file is gone, including those found missing earlier.</summary>
    public int Missing { get; init; }

    /// <summary>Matched files, by match method.</summary>
    public IReadOnlyDictionary<string, int> Matched { get; init; } = new SortedDictionary<string, int>();

    /// <summary>Files with several candidate posts.</summary>
    public int Ambiguous { get; init; }

    /// <summary>Files without a post.</summary>
    public int Unmatched { get; init; }

    /// <summary>Folders excluded as hidden or as another program's: see <see cref="ScanExclusions"/>.</summary>
    [JsonPropertyName("passedFolders")]
    public int ExcludedFolders { get; init; }

    /// <summary>Files excluded for the same reasons, not counting those in excluded folders.</summary>
    [JsonPropertyName("passedFiles")]
    public int ExcludedFiles { get; init; }

    /// <summary>Files and folders rejected or unreadable.</summary>
    public int Rejected { get; init; }

    /// <summary>Notes about these, at most <see cref="MaxNotes"/>.</summary>
    public IReadOnlyList<ScanNote> Notes { get; init; } = [];
}
