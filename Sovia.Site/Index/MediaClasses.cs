using Sovia.Library;

namespace Sovia.Index;

/// <summary>Classes of sizes and durations, as bits of one number. A family has the classes of all its members.</summary>
public static class MediaClasses
{
    /// <summary>The number of size classes; their bits come first.</summary>
    public const int SizeCount = 5;

    /// <summary>The number of duration classes.</summary>
    public const int DurationCount = 6;

    /// <summary>The first bit of the duration classes.</summary>
    public const int DurationShift = 8;

    // The minimum pixels of each size class but the first, and the minimum milliseconds of each duration class but the first.
    private static readonly long[] MinPixels = [250_000, 750_000, 1_500_000, 4_000_000], MinMillis = [5_000, 8_000, 12_000, 20_000, 60_000];

    // A limit for plausible durations; longer ones from a source are ignored.
    private const double MaxSeconds = 1e8;

    /// <summary>The bits of all size classes.</summary>
    public const int AllSizeBits = (1 << SizeCount) - 1;

    /// <summary>The bits of all duration classes.</summary>
    public const int AllDurationBits = ((1 << DurationCount) - 1) << DurationShift;

    /// <summary>Returns the bit of a size class.</summary>
    /// <param name="number">The index of the class, the smallest first.</param>
    public static int GetSizeBit(int number) => 1 << number;

    /// <summary>Returns the bit of a duration class.</summary>
    /// <param name="number">The index of the class, the shortest first.</param>
    public static int GetDurationBit(int number) => 1 << (number + DurationShift);

    /// <summary>Returns the bits of a post.</summary>
    public static int Classify(Post post) =>
        (post.Size is { } size ? GetSizeBit(GetClass(MinPixels, (long)size.Width * size.Height)) : 0) | (GetMilliseconds(post) is > 0
            and var millis ? GetDurationBit(GetClass(MinMillis, millis)) : 0);

    /// <summary>Returns a video's duration in milliseconds, from the post or else from its file; 0 if unknown, and for an image.</summary>
    public static long GetMilliseconds(Post post) =>
        post.Kind == MediaKind.Video && (GetPlausible(post.Duration) ?? GetPlausible(post.File?.Duration)) is { } seconds
        ? Math.Max(1, (long)Math.Round(seconds * 1000)) : 0;

    /// <summary>Returns the size of a post's file in bytes; 0 if it is not on the server.</summary>
    public static long GetFileSize(Post post) => post.File is { Missing: false } file ? file.Length : 0;

    private static double? GetPlausible(double? seconds) => seconds is > 0 and < MaxSeconds ? seconds : null;

    private static int GetClass(long[] minimums, long value)
    {
        var classIndex = 0;
        while (classIndex < minimums.Length && value >= minimums[classIndex]) classIndex++;
        return classIndex;
    }
}
