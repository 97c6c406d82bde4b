namespace Sovia.Duplicates.Groups;

/// <summary>What was looked at when groups were derived last.</summary>
/// <param name="Posts">Posts that lists show.</param>
/// <param name="Compared">Of those, posts whose files have a fingerprint.</param>
/// <param name="Plain">Files that are too plain to be compared.</param>
/// <param name="Unreadable">Files that cannot be read.</param>
/// <param name="NeedFfmpeg">Clips that wait for ffmpeg.</param>
/// <param name="Waiting">Files that have not been looked at yet.</param>
/// <param name="Groups">Groups that wait for a decision.</param>
public sealed record DuplicateScanSummary(int Posts, int Compared, int Plain, int Unreadable, int NeedFfmpeg, int Waiting, int Groups);
