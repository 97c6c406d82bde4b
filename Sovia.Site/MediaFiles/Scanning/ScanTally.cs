namespace Sovia.MediaFiles.Scanning;

/// <summary>Counts while a scan goes on.</summary>
internal sealed class ScanTally
{
    private readonly List<ScanNote> notes = [];

    public int Seen { get; set; }

    public int New { get; set; }

    public int Changed { get; set; }

    public int Unchanged { get; set; }

    public int Other { get; set; }

    public int Waiting { get; set; }

    public int Fresh { get; set; }

    public int Rejected { get; private set; }

    /// <summary>Notes a refusal. A path that cannot be shown as it is, is shown as far as it can.</summary>
    public void Reject(string path, string reason)
    {
        Rejected++;
        if (notes.Count < ScanReport.KeptNotes) notes.Add(new(string.Concat(path.Select(letter => char.IsControl(letter) ? '\uFFFD' : letter)), reason));
    }

    /// <summary>The report so far.</summary>
    public ScanReport Report() => new()
    {
        Seen = Seen,
        New = New,
        Changed = Changed,
        Unchanged = Unchanged,
        Other = Other,
        Waiting = Waiting,
        Fresh = Fresh,
        Rejected = Rejected,
        Notes = [.. notes],
    };
}
