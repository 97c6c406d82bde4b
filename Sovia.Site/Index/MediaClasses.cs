using Sovia.Library;

namespace Sovia.Index;

/// <summary>Classes of sizes and lengths, as bits of one number: a family has those of all its members.</summary>
public static class MediaClasses
{
    /// <summary>How many classes of size there are; their bits come first.</summary>
    public const int SizeCount = 5;

    /// <summary>How many classes of length there are.</summary>
    public const int LengthCount = 6;

    /// <summary>The first bit of a length.</summary>
    public const int LengthShift = 8;

    // The least pixels of each size but the first, and the least milliseconds of each length but the first.
    private static readonly long[] Pixels = [250_000, 750_000, 1_500_000, 4_000_000], Milliseconds = [5_000, 8_000, 12_000, 20_000, 60_000];

    // Longer than anything; what a source says beyond it is no length.
    private const double MostSeconds = 1e8;

    /// <summary>The bits of all sizes.</summary>
    public const int AllSizeBits = (1 << SizeCount) - 1;

    /// <summary>The bits of all lengths.</summary>
    public const int AllLengthBits = ((1 << LengthCount) - 1) << LengthShift;

    /// <summary>The bit of a size.</summary>
    /// <param name="number">Which, from the smallest on.</param>
    public static int GetSizeBit(int number) => 1 << number;

    /// <summary>The bit of a length.</summary>
    /// <param name="number">Which, from the shortest on.</param>
    public static int GetLengthBit(int number) => 1 << (number + LengthShift);

    /// <summary>The bits of a post.</summary>
    public static int Classify(Post post) =>
        (post.Size is { } size ? GetSizeBit(ClassOf(Pixels, (long)size.Width * size.Height)) : 0) | (GetMilliseconds(post) is > 0
            and var millis ? GetLengthBit(ClassOf(Milliseconds, millis)) : 0);

    /// <summary>How long a video is in milliseconds, as stated, else as its file is; 0 where that is not known, and for an image.</summary>
    public static long GetMilliseconds(Post post) =>
        post.Kind == MediaKind.Video && (Known(post.Duration) ?? Known(post.File?.Duration)) is { } seconds
        ? Math.Max(1, (long)Math.Round(seconds * 1000)) : 0;

    /// <summary>The bytes of a post's file; 0 where it is not here.</summary>
    public static long GetFileSize(Post post) => post.File is { Missing: false } file ? file.Length : 0;

    private static double? Known(double? seconds) => seconds is > 0 and < MostSeconds ? seconds : null;

    private static int ClassOf(long[] least, long value)
    {
        var number = 0;
        while (number < least.Length && value >= least[number]) number++;
        return number;
    }
}
