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
        var (start, previous) = (0, '\0');
        for (var i = 0; i < run.Length; i++)
        {
            if (CharUnicodeInfo.GetUnicodeCategory(run[i]) == UnicodeCategory.NonSpacingMark) continue;
            var isAcronymEnd = char.IsUpper(previous) && i + 1 < run.Length && char.IsLower(run[i + 1]);
            if (i > 0 && char.IsUpper(run[i]) && (char.IsLower(previous) || isAcronymEnd))
            {
                (parts ??= []).Add(start..i);
                start = i;
            }
            previous = run[i];
        }
        if (parts is null) return null;
        parts.Add(start..run.Length);
        return parts.Count <= MaxParts && parts.TrueForAll(part => part.End.Value - part.Start.Value >= ShortestPart) ? parts : null;
    }
}
