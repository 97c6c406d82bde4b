namespace Sovia.Media.Verification;

/// <summary>How far a verification got, and what it found.</summary>
public sealed record VerifyReport
{
    /// <summary>Files to look at.</summary>
    public long Total { get; init; }

    /// <summary>Files looked at.</summary>
    public long Checked { get; init; }

    /// <summary>Bytes read.</summary>
    public long Bytes { get; init; }

    /// <summary>Files that are what they were.</summary>
    public long Good { get; init; }

    /// <summary>How many files have each fault.</summary>
    public IReadOnlyDictionary<FileFault, int> Faults { get; init; } = new Dictionary<FileFault, int>();

    /// <summary>The first <see cref="MaxFiles"/> of them.</summary>
    public IReadOnlyList<CorruptFile> Files { get; init; } = [];

    /// <summary>A drive that is away has every file of it gone; beyond these only the counts go on.</summary>
    public const int MaxFiles = 500;
}
