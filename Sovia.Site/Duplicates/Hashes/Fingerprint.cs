namespace Sovia.Duplicates.Hashes;

/// <summary>What a still or a clip looks like. A hash is null for a picture that is too plain to be compared.</summary>
/// <param name="First">Of the still, or of a clip's first frame.</param>
/// <param name="Middle">Of a clip's middle frame.</param>
/// <param name="Last">Of a clip's last frame.</param>
/// <param name="Seconds">How long a clip is; null for a still, and where that is not known.</param>
/// <param name="IsClip">Whether it is of a clip.</param>
public readonly record struct Fingerprint(ulong? First, ulong? Middle, ulong? Last, double? Seconds, bool IsClip)
{
    // Of two clips, how much longer one may be.
    private const double DurationTolerance = 0.10;

    /// <summary>Whether there is anything in it to compare.</summary>
    public bool IsPlain => First is null && Middle is null && Last is null;

    /// <summary>The fingerprint of a still.</summary>
    public static Fingerprint FromStill(ulong? hash) => new(hash, null, null, null, false);

    /// <summary>
    /// How far two are apart: of clips, the greatest distance of their first, middle and last frames, of which none may be plain in one
    /// clip only. Null where they cannot be compared: a still with a clip, clips of different length, and what is plain.
    /// </summary>
    public int? DistanceTo(in Fingerprint other)
    {
        if (IsClip != other.IsClip) return null;
        if (!IsClip) return First is { } one && other.First is { } two ? PerceptualHash.Distance(one, two) : null;
        if (!IsAsLong(other)) return null;
        int? greatest = null;
        return Compare(First, other.First, ref greatest) && Compare(Middle, other.Middle, ref greatest)
            && Compare(Last, other.Last, ref greatest) ? greatest : null;
    }

    /// <summary>
    /// The hash by which those like it are looked for, and of which frame it is. Clips that are near each other have it of the same frame.
    /// The middle comes first, because many clips begin with the same still.
    /// </summary>
    public (ulong Hash, int Frame)? Key => !IsClip ? (First is { } still ? (still, 0) : null)
        : Middle is { } middle ? (middle, 2) : Last is { } last ? (last, 3) : First is { } first ? (first, 1) : null;

    private bool IsAsLong(in Fingerprint other) =>
        Seconds is { } one && other.Seconds is { } two && Math.Abs(one - two) <= DurationTolerance * Math.Max(one, two);

    private static bool Compare(ulong? one, ulong? other, ref int? greatest)
    {
        if (one is null || other is null) return one is null && other is null;
        var distance = PerceptualHash.Distance(one.Value, other.Value);
        if (greatest is null || distance > greatest) greatest = distance;
        return true;
    }
}
