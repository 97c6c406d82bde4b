namespace Sovia.Query.Metatags;

/// <summary>
/// A value and what lies around it, <c>a..b</c>, <c>&gt;=a</c>, <c>&lt;b</c> or <c>a</c>, before anybody knows what an end means.
/// </summary>
/// <param name="From">The lower end; null is open.</param>
/// <param name="To">The upper end; null is open. The same as the lower for a single value.</param>
/// <param name="IsExclusive">Whether the end that is there is itself left out.</param>
internal sealed record RangeBounds(string? From, string? To, bool IsExclusive)
{
    private static readonly (string Sign, bool IsLower, bool Without)[] Ends =
        [(">=", true, false), ("<=", false, false), ("≥", true, false), ("≤", false, false), (">", true, true), ("<", false, true)];

    public static RangeBounds Parse(string text)
    {
        foreach (var (sign, isLower, without) in Ends)
            if (text.StartsWith(sign, StringComparison.Ordinal))
                return isLower ? new(text[sign.Length..], null, without) : new(null, text[sign.Length..], without);
        var dots = text.IndexOf("..", StringComparison.Ordinal);
        if (dots < 0) return new(text, text, false);
        return new(dots == 0 ? null : text[..dots], dots + 2 == text.Length ? null : text[(dots + 2)..], false);
    }

    /// <summary>The one way to write these ends.</summary>
    public static string Format(string? from, string? to, bool without) => (from, to) switch
    {
        ({ } one, { } other) when one == other => one,
        ({ } one, { } other) => $"{one}..{other}",
        ({ } one, null) => (without ? ">" : ">=") + one,
        (null, var other) => (without ? "<" : "<=") + other,
    };
}
