namespace Sovia.Pages;

/// <summary>Parses comma-separated post ids from URLs and forms.</summary>
internal static class IdList
{
    /// <summary>Returns the distinct ids in order; ignores invalid ones.</summary>
    public static IReadOnlyList<Guid> Parse(IEnumerable<string?> values) =>
        [.. values.SelectMany(value => (value ?? "").Split(',', StringSplitOptions.TrimEntries))
            .Select(text => Guid.TryParse(text, out var id) ? id : Guid.Empty).Where(id => id != Guid.Empty).Distinct()];
}
