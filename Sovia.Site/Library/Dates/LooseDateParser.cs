using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Sovia.Library.Dates;

/// <summary>
/// Parses a date, with or without a time, in the formats that people and programs write. Ambiguous orders of day and month are not guessed:
/// only dots (25.09.2024, day first) or a number above twelve decide, and with dashes not even the latter is trusted.
/// </summary>
internal static partial class LooseDateParser
{
    private const int MaxLength = 80;

    private const string Clock = @"(?:\s*[T,_]\s*|\s+at\s+|,\s+|\s*)(?:(?<half>[ap]\.?m\.?|上午|下午|午前|午後|오전|오후)\s*)?"
        + @"(?:(?<h>\d{1,2})\s*[:.時时시点點]\s*(?<n>\d{1,2})(?:\s*[:.分분]\s*(?:(?<s>\d{1,2})(?:\s*[.,:]\s*(?<f>\d+)|\s*[秒초])?)?)?"
        + @"|(?<=[T_ ])(?<h>\d\d)-(?<n>\d\d)-(?<s>\d\d)(?:[-.](?<f>\d{3,9}))?|(?<=[T_ ])(?<h>\d\d)(?<n>\d\d)(?:(?<s>\d\d)(?:[.,](?<f>\d+))?)?)"
        + @"(?:\s*(?<half>[ap]\.?m\.?))?" + Zone;

    private const string Zone = @"(?:\s*(?<zone>(?:UTC|GMT|UT)?\s*[+-]\d{1,2}(?::?\d{2})?|[A-Z]{1,5})(?:\s+[A-Z]{2,5})?(?:\[[\w/+-]+\])?)?";
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    /// <summary>Returns true for a year in which an item can have been created.</summary>
    public static bool IsPlausibleYear(int year) => year is >= 1900 and < 2200;

    /// <summary>
    /// Returns the time in UTC, or null if the text is not a date or is ambiguous. Without a zone, the time is read as UTC.
    /// </summary>
    public static DateTimeOffset? Parse(string text)
    {
        if (text.Length > MaxLength) return null;
        text = NormalizeText(text);
        foreach (var pattern in (ReadOnlySpan<Regex>)[YearFirst(), Digits(), DayAndName(), NameAndDay(), YearAtTheEnd(), DayFirst(),
            Slashes()])
            if (pattern.Match(text) is { Success: true } match) return GetTime(match);
        return null;
    }

    /// <summary>Returns true for a date whose order of day and month is ambiguous.</summary>
    public static bool IsAmbiguous(string text) => text.Length <= MaxLength && NormalizeText(text) is var normalized
        && (Dashes().IsMatch(normalized) || (Slashes().Match(normalized) is { Success: true } match && GetTime(match) is null));

    [GeneratedRegex(@"^(?<y>\d{4})\s?(?:[-/:年년]|\.)\s?(?:(?<m>\d{1,2})|(?<name>[A-Z]{3,9}))\s?(?:[-/:月월]|\.)\s?(?<d>\d{1,2})\s?[.日일]?(?:"
        + Clock + ")?$", Options)]
    private static partial Regex YearFirst();

    [GeneratedRegex(
        @"^(?<y>(?:19|20|21)\d\d)(?<m>\d\d)(?<d>\d\d)(?:[T_ -]?(?<h>\d\d):?(?<n>\d\d)(?::?(?<s>\d\d)(?:[.,](?<f>\d+)|(?<f>\d{3}))?)?" + Zone
        + ")?$", Options)]
    private static partial Regex Digits();

    [GeneratedRegex(@"^(?<d>\d{1,2})(?:st|nd|rd|th)?(?:\s+of)?[\s./-]+(?<name>[A-Z]{3,9})\.?,?[\s./-]+(?<y>\d{4})(?:" + Clock + ")?$",
        Options)]
    private static partial Regex DayAndName();

    [GeneratedRegex(@"^(?<name>[A-Z]{3,9})\.?[\s/-]+(?<d>\d{1,2})(?:st|nd|rd|th)?,?[\s/-]+(?<y>\d{4})(?:" + Clock + ")?$", Options)]
    private static partial Regex NameAndDay();

    [GeneratedRegex(@"^(?<name>[A-Z]{3,9})\.?\s+(?<d>\d{1,2})" + Clock + @"\s+(?<y>\d{4})$", Options)]
    private static partial Regex YearAtTheEnd();

    [GeneratedRegex(@"^(?<d>\d{1,2})\.\s?(?<m>\d{1,2})\.\s?(?<y>\d{4})(?:" + Clock + ")?$", Options)]
    private static partial Regex DayFirst();

    [GeneratedRegex(@"^(?<a>\d{1,2})/(?<b>\d{1,2})/(?<y>\d{4})(?:" + Clock + ")?$", Options)]
    private static partial Regex Slashes();

    [GeneratedRegex(@"^\d{1,2}-\d{1,2}-\d{4}(?:" + Clock + ")?$", Options)]
    private static partial Regex Dashes();

    [GeneratedRegex(
        @"^(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+|\s*\([^)]*\)|\s+m=[+-].*$|\s*(?:星期|週|周)[一二三四五六日天]|\s*[月火水木金土日]曜日?|[\u200E\u200F\u202A-\u202E\u2066-\u2069]", Options)]
    private static partial Regex RedundantParts();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Whitespace();

    // Removes narrow spaces and direction marks, which browsers insert, and redundant weekdays and names in brackets.
    private static string NormalizeText(string text)
    {
        if (text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF')) return "";
        if (!Ascii.IsValid(text))
            text = string.Concat(text.Normalize(NormalizationForm.FormKC).Replace('\u2212', '-')
                .Select(c => char.IsDigit(c) ? (char)('0' + CharUnicodeInfo.GetDecimalDigitValue(c)) : c));
        return Whitespace().Replace(RedundantParts().Replace(text.Trim().Trim('"', '\''), ""), " ").Trim();
    }

    private static DateTimeOffset? GetTime(Match match)
    {
        int? GetInt(string group) =>
            match.Groups[group] is { Success: true } captured ? int.Parse(captured.ValueSpan, CultureInfo.InvariantCulture) : null;
        var (year, month, day) = (GetInt("y")!.Value, GetInt("m") ?? TimeNames.ParseMonth(match.Groups["name"].ValueSpan), GetInt("d"));
        if (GetInt("a") is { } first && GetInt("b") is { } second)
        {
            if (first <= 12 && second <= 12 && first != second) return null;
            (month, day) = first > 12 ? (second, first) : (first, second);
        }
        var (hour, minute, seconds) = (GetInt("h") ?? 0, GetInt("n") ?? 0, GetInt("s") ?? 0);
        if (!IsPlausibleYear(year) || month is not (>= 1 and <= 12) || day is not >= 1 || day > DateTime.DaysInMonth(year, month.Value))
            return null;
        if (match.Groups["half"] is { Success: true } meridiem && TimeNames.ToHour24(hour, meridiem.ValueSpan) is var hour24)
        {
            if (hour24 is null) return null;
            hour = hour24.Value;
        }
        if (minute > 59 || seconds > 60 || hour > 24 || (hour == 24 && (minute > 0 || seconds > 0))) return null;
        if (TimeNames.ParseOffset(match.Groups["zone"].ValueSpan) is not { } offset) return null;
        // Reads a leap second as second 59, because few clocks report leap seconds and no database stores them.
        var time = new DateTime(year, month.Value, day.Value, 0, 0, 0, DateTimeKind.Utc).AddHours(hour).AddMinutes(minute)
            .AddSeconds(Math.Min(seconds, 59));
        return new DateTimeOffset(time.AddTicks(ParseFraction(match.Groups["f"].ValueSpan)) - offset, TimeSpan.Zero);
    }

    private static long ParseFraction(ReadOnlySpan<char> digits)
    {
        var ticks = 0L;
        for (var i = 0; i < 6; i++) ticks = (ticks * 10) + (i < digits.Length ? digits[i] - '0' : 0);
        return ticks * TimeSpan.TicksPerMicrosecond;
    }
}
