namespace Sovia.Pages;

/// <summary>Ids with commas between them, as addresses and forms name posts.</summary>
internal static class IdList
{
    /// <summary>The ids, each once and in order; what is no id is passed over.</summary>
    public static IReadOnlyList<Guid> Parse(IEnumerable<string?> values) =>
        [.. values.SelectMany(value => (value ?? "").Split(',', StringSplitOptions.TrimEntries))
            .Select(text => Guid.TryParse(text, out var id) ? id : Guid.Empty).Where(id => id != Guid.Empty).Distinct()];
}
