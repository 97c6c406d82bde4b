using Sovia.Library;

namespace Sovia.Index;

/// <summary>The keys of the index's columns. In each, what a list shows first is the smallest.</summary>
public static class SortKeyEncoding
{
    /// <summary>Microseconds before 1970.</summary>
    public static long ToAge(DateTimeOffset at) => (DateTimeOffset.UnixEpoch - at).Ticks / TimeSpan.TicksPerMicrosecond;

    /// <summary>The time of an age.</summary>
    public static DateTimeOffset FromAge(long age) => DateTimeOffset.UnixEpoch.AddTicks(-age * TimeSpan.TicksPerMicrosecond);

    /// <summary>The largest key of a kind, and of a like.</summary>
    public const short MaxKey = 2;

    /// <summary>Images, then videos, then what nobody knows.</summary>
    public static short ToKey(MediaKind kind) => kind switch { MediaKind.Image => 0, MediaKind.Video => 1, _ => 2 };

    /// <summary>Liked, then never stated, then not liked.</summary>
    public static short ToKey(bool? liked) => liked switch { true => 0, null => 1, false => 2 };

    /// <summary>The key of what has no rating, which comes last; as many stars are the most there are.</summary>
    public const short Unrated = 5;

    /// <summary>The stars of a key; 0 for none.</summary>
    public static int ToRating(short key) => Unrated - key;

    /// <summary>The kind of a key.</summary>
    public static MediaKind ToKind(short key) => key switch { 0 => MediaKind.Image, 1 => MediaKind.Video, _ => MediaKind.Unknown };

    /// <summary>The like of a key.</summary>
    public static bool? ToLiked(short key) => key switch { 0 => true, 2 => false, _ => null };

    /// <summary>By name in code point order; what has none comes last.</summary>
    public static string ToModelKey(string? model) =>
        model is null ? "\U0010FFFF" : StorableText.Truncate(model.Replace('\0', ' '), PostLimits.MaxNameLength);

    /// <summary>The calendar month in UTC as yyyymm, 0 where no date is known.</summary>
    public static int ToMonthKey(IndexRow row) => row.IsDated ? (row.SortAt.UtcDateTime.Year * 100) + row.SortAt.UtcDateTime.Month : 0;
}
