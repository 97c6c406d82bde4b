using Sovia.Library.Language;

namespace Sovia.Library.Search.Facets;

/// <summary>A facet of names that only the library knows, and of having none.</summary>
/// <param name="parameter">The parameter's name.</param>
/// <param name="title">The facet's name for people.</param>
/// <param name="meaning">What a name means, and what having none does.</param>
/// <param name="namedBy">As <see cref="Facet.NamedBy"/>.</param>
internal abstract class NameFacet(string parameter, string title, Func<string?, Term> meaning, string? namedBy) : Facet
{
    private const string None = "none";

    public override string Parameter => parameter;

    public override string Title => title;

    public override string Expected => "Use any name";

    // In quotes where it would be read as something else.
    public override string Written(string? name) =>
        name is null ? None
        : name.Length == 0 || name[0] == '-' || name.Trim().Length < name.Length || name.Contains(',', StringComparison.Ordinal) || Signs.IsQuote(name[0]) || IsNone(name)
            ? $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : name;

    public override string? NamedBy => namedBy;

    public override bool IsOfNames => true;

    // Names that differ in case alone are one.
    public override IEnumerable<(string Value, int Count)> CountsOf(IReadOnlyList<FacetKey> keys)
    {
        var counts = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var key in keys)
            foreach (var name in key.Texts.Distinct(StringComparer.OrdinalIgnoreCase)) counts[name] = counts.GetValueOrDefault(name) + key.Count;
        return counts.OrderBy(pair => pair.Key, StringComparer.OrdinalIgnoreCase).Select(pair => (Written(pair.Key), pair.Value)).Append((None, keys.Where(key => key.Texts.Length == 0).Sum(key => key.Count)));
    }

    public override Term TermOf(string value) => meaning(NameOf(value));

    public override string Shown(string value) => NameOf(value) ?? "None";

    public override string Searched(string value) => $"{Parameter}:{(NameOf(value) is not { } name ? None : IsNone(name) ? $"\"{name}\"" : ValueItem.Written(name))}";

    public override string? Read(ValueItem item) => item.IsQuoted || !IsNone(item.Text) ? Written(item.Text) : None;

    /// <summary>The name that a value means; null for having none.</summary>
    protected static string? NameOf(string value) => value == None ? null : ValueItem.At(value, 0, _ => false).Text;

    private static bool IsNone(string name) => name.Equals(None, StringComparison.OrdinalIgnoreCase);
}
