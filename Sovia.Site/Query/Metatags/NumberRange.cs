using System.Globalization;

namespace Sovia.Query.Metatags;

/// <summary>A range of whole numbers in a metatag, <c>1..3</c>, <c>&gt;=4</c> or <c>5</c>.</summary>
/// <param name="Min">The inclusive minimum; null if open.</param>
/// <param name="Max">The inclusive maximum; null if open.</param>
/// <param name="CanonicalText">The canonical text.</param>
/// <param name="Problem">A warning about a range that is understood; null if there is none.</param>
internal sealed record NumberRange(int? Min, int? Max, string CanonicalText, string? Problem)
{
    /// <summary>Parses a range; returns null if the text is not one.</summary>
    /// <param name="text">The text.</param>
    /// <param name="largest">The largest number that is allowed.</param>
    public static NumberRange? Parse(string text, int largest)
    {
        var rangeBounds = RangeBounds.Parse(text);
        if (!Read(rangeBounds.From, largest, out var from) || !Read(rangeBounds.To, largest, out var to) || (from ?? to) is null)
            return null;
        var backwards = from > to;
        if (backwards) (from, to) = (to, from);
        var step = rangeBounds.IsExclusive ? 1 : 0;
        return new(
            from + step,
            to - step,
            RangeBounds.Format(Text(from), Text(to), rangeBounds.IsExclusive),
            backwards ? "Range reversed: start and end were swapped." : null);
    }

    private static bool Read(string? text, int largest, out int? number)
    {
        number = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;
        return text is null || (text.Length <= Text(largest)!.Length && number <= largest);
    }

    private static string? Text(int? number) => number?.ToString(CultureInfo.InvariantCulture);
}
