using System.Globalization;

namespace Sovia.Query.Metatags;

/// <summary>A range of whole numbers in a metatag, <c>1..3</c>, <c>&gt;=4</c> or <c>5</c>.</summary>
/// <param name="Min">The inclusive minimum; null if open.</param>
/// <param name="Max">The inclusive maximum; null if open.</param>
/// <param name="CanonicalText">The canonical text.</param>
/// <param name="Problem">A warning about a valid range; null if there is none.</param>
internal sealed record NumberRange(int? Min, int? Max, string CanonicalText, string? Problem)
{
    /// <summary>Parses a range; returns null if the text is not one.</summary>
    /// <param name="text">The text.</param>
    /// <param name="largest">The largest number that is allowed.</param>
    public static NumberRange? Parse(string text, int largest)
    {
        var bounds = RangeBounds.Parse(text);
        if (!TryParse(bounds.From, largest, out var from) || !TryParse(bounds.To, largest, out var to) || (from ?? to) is null)
            return null;
        var isReversed = from > to;
        if (isReversed) (from, to) = (to, from);
        var step = bounds.IsExclusive ? 1 : 0;
        return new(
            from + step,
            to - step,
            RangeBounds.Format(FormatNumber(from), FormatNumber(to), bounds.IsExclusive),
            isReversed ? "Range reversed: start and end were swapped." : null);
    }

    private static bool TryParse(string? text, int largest, out int? number)
    {
        number = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;
        return text is null || (text.Length <= FormatNumber(largest)!.Length && number <= largest);
    }

    private static string? FormatNumber(int? number) => number?.ToString(CultureInfo.InvariantCulture);
}
