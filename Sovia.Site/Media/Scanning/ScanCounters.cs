using Sovia.Library;

namespace Sovia.Media.Scanning;

/// <summary>The counters of a running scan.</summary>
internal sealed class ScanCounters
{
    private const int MaxReadHashes = 2_000;
    private const int MaxPathLength = 5_000;
    private const int MaxReasonLength = 1_000;

    private readonly List<ScanNote> notes = [];
    private readonly HashSet<string> readHashes = new(StringComparer.Ordinal);

    public int Files { get; set; }

    public int New { get; set; }

    public int Changed { get; set; }

    public int Unchanged { get; set; }

    public int Other { get; set; }

    public int Waiting { get; set; }

    public int Fresh { get; set; }

    public int PassedFolders { get; set; }

    public int PassedFiles { get; set; }

    public int Rejected { get; private set; }

    /// <summary>Hashes of the contents read; null if there are so many that checking all files is cheaper.</summary>
    public IReadOnlyCollection<string>? ReadHashes => readHashes.Count > MaxReadHashes ? null : readHashes;

    /// <summary>Records the hash of a content read.</summary>
    public void AddReadHash(string sha256)
    {
        if (readHashes.Count <= MaxReadHashes) readHashes.Add(sha256);
    }

    /// <summary>Records a rejected path. Characters that cannot be shown are sanitised.</summary>
    public void AddRejected(string path, string reason)
    {
        Rejected++;
        AddNote(path, reason);
    }

    /// <summary>Records a note about a file that was accepted.</summary>
    public void AddNote(string path, string reason)
    {
        if (notes.Count < ScanReport.MaxNotes)
            notes.Add(new(StorableText.SanitizeLine(path, MaxPathLength), StorableText.SanitizeLine(reason, MaxReasonLength)));
    }

    /// <summary>Returns the report so far.</summary>
    public ScanReport ToReport() => new()
    {
        Files = Files,
        New = New,
        Changed = Changed,
        Unchanged = Unchanged,
        Other = Other,
        Waiting = Waiting,
        RecentlyChanged = Fresh,
        ExcludedFolders = PassedFolders,
        ExcludedFiles = PassedFiles,
        Rejected = Rejected,
        Notes = [.. notes],
    };
}
