using System.Globalization;

namespace Sovia.Text;

/// <summary>Splits camel-case words such as <c>BlueEyes</c> or <c>HTMLParser</c>.</summary>
internal static class CamelCaseSplitter
{
    private const int MaxParts = 12, ShortestPart = 2;

    /// <summary>Returns the ranges of the parts; null if the run is not camel case, or its parts are not words, as in an ID.</summary>
    public static List<Range>? Split(ReadOnlySpan<char> run)
    {
        List<Range>? parts = null;
        var (start, before) = (0, '\0');
        for (var at = 0; at < run.Length; at++)
        {
            if (CharUnicodeInfo.GetUnicodeCategory(run[at]) == UnicodeCategory.NonSpacingMark) continue;
            var isLast = char.IsUpper(before) && at + 1 < run.Length && char.IsLower(run[at + 1]);
            if (at > 0 && char.IsUpper(run[at]) && (char.IsLower(before) || isLast))
            {
                (parts ??= []).Add(start..at);
                start = at;
            }
            before = run[at];
        }
        if (parts is null) return null;
        parts.Add(start..run.Length);
        return parts.Count <= MaxParts && parts.TrueForAll(part => part.End.Value - part.Start.Value >= ShortestPart) ? parts : null;
    }
}
