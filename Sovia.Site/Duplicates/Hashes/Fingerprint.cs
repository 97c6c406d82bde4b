namespace Sovia.Duplicates.Hashes;

/// <summary>A perceptual fingerprint of a still or a clip. A hash is null if the picture is too plain to be compared.</summary>
/// <param name="First">Hash of the still, or of a clip's first frame.</param>
/// <param name="Middle">Hash of a clip's middle frame.</param>
/// <param name="Last">Hash of a clip's last frame.</param>
/// <param name="Seconds">Length of a clip; null for a still or if unknown.</param>
/// <param name="IsClip">Whether the file is a clip.</param>
public readonly record struct Fingerprint(ulong? First, ulong? Middle, ulong? Last, double? Seconds, bool IsClip)
{
    // Maximum relative difference between the lengths of two clips.
    private const double DurationTolerance = 0.10;

    /// <summary>Whether there is no hash to compare.</summary>
    public bool IsPlain => First is null && Middle is null && Last is null;

    /// <summary>Creates the fingerprint of a still.</summary>
    public static Fingerprint FromStill(ulong? hash) => new(hash, null, null, null, false);

    /// <summary>
    /// Returns the distance to another fingerprint; for clips, the greatest distance of the first, middle and last frames. Returns null if
    /// they are not comparable: a still and a clip, clips of different length, plain pictures, or a frame that is plain in only one clip.
    /// </summary>
    public int? DistanceTo(in Fingerprint other)
    {
        if (IsClip != other.IsClip) return null;
        if (!IsClip) return First is { } hash && other.First is { } otherHash ? PerceptualHash.Distance(hash, otherHash) : null;
        if (!HasSimilarLength(other)) return null;
        int? greatest = null;
        return TryCompare(First, other.First, ref greatest) && TryCompare(Middle, other.Middle, ref greatest)
            && TryCompare(Last, other.Last, ref greatest) ? greatest : null;
    }

    /// <summary>
    /// The hash by which to look up similar fingerprints, and its frame. Similar clips use the same frame. The middle frame is
    /// preferred, because many clips begin with the same still.
    /// </summary>
    public (ulong Hash, int Frame)? Key => !IsClip ? (First is { } still ? (still, 0) : null)
        : Middle is { } middle ? (middle, 2) : Last is { } last ? (last, 3) : First is { } first ? (first, 1) : null;

    private bool HasSimilarLength(in Fingerprint other) =>
        Seconds is { } own && other.Seconds is { } their && Math.Abs(own - their) <= DurationTolerance * Math.Max(own, their);

    private static bool TryCompare(ulong? one, ulong? other, ref int? greatest)
    {
        if (one is null || other is null) return one is null && other is null;
        var distance = PerceptualHash.Distance(one.Value, other.Value);
        if (greatest is null || distance > greatest) greatest = distance;
        return true;
    }
}
