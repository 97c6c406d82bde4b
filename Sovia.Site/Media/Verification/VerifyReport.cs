namespace Sovia.Media.Verification;

/// <summary>Progress and results of a verification.</summary>
public sealed record VerifyReport
{
    /// <summary>Number of files to verify.</summary>
    public long Total { get; init; }

    /// <summary>Number of files verified.</summary>
    public long Checked { get; init; }

    /// <summary>Number of bytes read.</summary>
    public long Bytes { get; init; }

    /// <summary>Number of unchanged files.</summary>
    public long Good { get; init; }

    /// <summary>Number of files with each fault.</summary>
    public IReadOnlyDictionary<FileFault, int> Faults { get; init; } = new Dictionary<FileFault, int>();

    /// <summary>The first <see cref="MaxFiles"/> faulty files.</summary>
    public IReadOnlyList<FaultyFile> Files { get; init; } = [];

    /// <summary>
    /// The maximum number of files listed; the rest are only counted, because a disconnected drive makes all its files missing.
    /// </summary>
    public const int MaxFiles = 500;
}
