namespace Sovia.Query.Metatags;

/// <summary>A value or a range, <c>a..b</c>, <c>&gt;=a</c>, <c>&lt;b</c> or <c>a</c>, with ends that are not yet parsed.</summary>
/// <param name="From">The lower end; null if open.</param>
/// <param name="To">The upper end; null if open. Equal to the lower end for a single value.</param>
/// <param name="IsExclusive">Whether the given end is excluded.</param>
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

    /// <summary>Formats a range in canonical form.</summary>
    public static string Format(string? from, string? to, bool without) => (from, to) switch
    {
        ({ } one, { } other) when one == other => one,
        ({ } one, { } other) => $"{one}..{other}",
        ({ } one, null) => (without ? ">" : ">=") + one,
        (null, var other) => (without ? "<" : "<=") + other,
    };
}
