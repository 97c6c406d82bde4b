namespace Sovia.Duplicates.Groups;

/// <summary>Counts of the last derivation of groups.</summary>
/// <param name="Posts">Listed posts.</param>
/// <param name="Compared">Listed posts whose files have a fingerprint.</param>
/// <param name="Plain">Files too plain to be compared.</param>
/// <param name="Unreadable">Files that cannot be read.</param>
/// <param name="NeedFfmpeg">Clips that need ffmpeg, which is not installed.</param>
/// <param name="Waiting">Files not hashed yet.</param>
/// <param name="Groups">Groups without a decision.</param>
public sealed record DuplicateScanSummary(int Posts, int Compared, int Plain, int Unreadable, int NeedFfmpeg, int Waiting, int Groups)
{
    /// <summary>A hash of the grouped posts, by which a derivation detects changes; null before the first derivation.</summary>
    public string? GroupStamp { get; init; }
}
