namespace Sovia.Media.Scanning;

/// <summary>What a scan met, and how things stand after it.</summary>
public sealed record ScanReport
{
    /// <summary>Notes beyond these are only counted.</summary>
    public const int MaxNotes = 500;

    /// <summary>Folders looked at.</summary>
    public IReadOnlyList<string> Roots { get; init; } = [];

    /// <summary>True where not one folder could be looked at.</summary>
    public bool NothingRead { get; init; }

    /// <summary>Files met, whatever they are.</summary>
    public int Seen { get; init; }

    /// <summary>Media at places not known before.</summary>
    public int New { get; init; }

    /// <summary>Media whose bytes are others than before.</summary>
    public int Changed { get; init; }

    /// <summary>Files that are as they were; not opened.</summary>
    public int Unchanged { get; init; }

    /// <summary>Files met that are no media, such as sidecars and notes.</summary>
    public int Other { get; init; }

    /// <summary>Files that are still being written.</summary>
    public int Waiting { get; init; }

    /// <summary>How many of these were left alone only because they had changed a moment ago.</summary>
    public int Fresh { get; init; }

    /// <summary>Places known before where nothing is now, those found gone earlier among them.</summary>
    public int Missing { get; init; }

    /// <summary>Files that have a post, by the way it was found.</summary>
    public IReadOnlyDictionary<string, int> Matched { get; init; } = new SortedDictionary<string, int>();

    /// <summary>Files that fit several posts.</summary>
    public int Ambiguous { get; init; }

    /// <summary>Files nobody's yet.</summary>
    public int Unmatched { get; init; }

    /// <summary>Folders not entered because they are other programs' or hidden: see <see cref="ScanExclusions"/>.</summary>
    public int PassedFolders { get; init; }

    /// <summary>Files left out for the same reason, those in such folders not counted.</summary>
    public int PassedFiles { get; init; }

    /// <summary>Files and folders refused or unreadable.</summary>
    public int Rejected { get; init; }

    /// <summary>Which, at most <see cref="MaxNotes"/>.</summary>
    public IReadOnlyList<ScanNote> Notes { get; init; } = [];
}
