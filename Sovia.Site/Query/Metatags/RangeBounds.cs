namespace Sovia.Query.Metatags;

/// <summary>A value or a range, <c>a..b</c>, <c>&gt;=a</c>, <c>&lt;b</c> or <c>a</c>, with ends that are not yet parsed.</summary>
/// <param name="From">The lower end; null if open.</param>
/// <param name="To">The upper end; null if open. Equal to the lower end for a single value.</param>
/// <param name="IsExclusive">Whether the given end is excluded.</param>
internal sealed record RangeBounds(string? From, string? To, bool IsExclusive)
{
    private static readonly (string Sign, bool IsLower, bool Without)[] Operators =
        [(">=", true, false), ("<=", false, false), ("≥", true, false), ("≤", false, false), (">", true, true), ("<", false, true)];

    public static RangeBounds Parse(string text)
    {
        foreach (var (sign, isLower, isExclusive) in Operators)
            if (text.StartsWith(sign, StringComparison.Ordinal))
                return isLower ? new(text[sign.Length..], null, isExclusive) : new(null, text[sign.Length..], isExclusive);
        var index = text.IndexOf("..", StringComparison.Ordinal);
        if (index < 0) return new(text, text, false);
        return new(index == 0 ? null : text[..index], index + 2 == text.Length ? null : text[(index + 2)..], false);
    }

    /// <summary>Formats a range in canonical form.</summary>
    public static string Format(string? from, string? to, bool without) => (from, to) switch
    {
        ({ } lower, { } upper) when lower == upper => lower,
        ({ } lower, { } upper) => $"{lower}..{upper}",
        ({ } lower, null) => (without ? ">" : ">=") + lower,
        (null, var upper) => (without ? "<" : "<=") + upper,
    };
}
