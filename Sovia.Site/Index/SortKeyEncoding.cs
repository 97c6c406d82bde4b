using Sovia.Library;

namespace Sovia.Index;

/// <summary>Encodes values as keys of index columns, so that ascending order puts the first items of a list first.</summary>
public static class SortKeyEncoding
{
    /// <summary>Returns the age of a time: microseconds before 1970.</summary>
    public static long ToAge(DateTimeOffset at) => (DateTimeOffset.UnixEpoch - at).Ticks / TimeSpan.TicksPerMicrosecond;

    /// <summary>Returns the time of an age.</summary>
    public static DateTimeOffset FromAge(long age) => DateTimeOffset.UnixEpoch.AddTicks(-age * TimeSpan.TicksPerMicrosecond);

    /// <summary>The largest key of a media kind or a liked state.</summary>
    public const short MaxKey = 2;

    /// <summary>Returns the key of a media kind: images, then videos, then unknown.</summary>
    public static short ToKey(MediaKind kind) => kind switch { MediaKind.Image => 0, MediaKind.Video => 1, _ => 2 };

    /// <summary>Returns the key of a liked state: liked, then unknown, then not liked.</summary>
    public static short ToKey(bool? liked) => liked switch { true => 0, null => 1, false => 2 };

    /// <summary>The key of items without a rating, which sort last. Equals the maximum number of stars.</summary>
    public const short Unrated = 5;

    /// <summary>Returns the rating of a key; 0 for none.</summary>
    public static int ToRating(short key) => Unrated - key;

    /// <summary>Returns the media kind of a key.</summary>
    public static MediaKind ToKind(short key) => key switch { 0 => MediaKind.Image, 1 => MediaKind.Video, _ => MediaKind.Unknown };

    /// <summary>Returns the liked state of a key.</summary>
    public static bool? ToLiked(short key) => key switch { 0 => true, 2 => false, _ => null };

    /// <summary>Returns the key of a model: by name in code point order, items without a model last.</summary>
    public static string ToModelKey(string? model) =>
        model is null ? "\U0010FFFF" : StorableText.Truncate(model.Replace('\0', ' '), PostLimits.MaxNameLength);

    /// <summary>Returns the UTC month as yyyymm; 0 if the date is unknown.</summary>
    public static int ToMonthKey(IndexRow row) => row.IsDated ? (row.SortAt.UtcDateTime.Year * 100) + row.SortAt.UtcDateTime.Month : 0;
}
