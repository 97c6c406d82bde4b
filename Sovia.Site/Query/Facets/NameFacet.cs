using Sovia.Query.Language;
using Sovia.Query.Terms;

namespace Sovia.Query.Facets;

/// <summary>A facet whose values are names from the library, or "none".</summary>
/// <param name="parameter">The parameter's name.</param>
/// <param name="title">The facet's display name.</param>
/// <param name="createTerm">Returns the term of a name, or of no name if it is null.</param>
/// <param name="namedBy">As <see cref="Facet.NameSetColumn"/>.</param>
internal abstract class NameFacet(string parameter, string title, Func<string?, Term> createTerm, string? namedBy) : Facet
{
    private const string None = "none";

    public override string Parameter => parameter;

    public override string Title => title;

    public override string ValueDescription => "Use any name";

    // Quotes the name if it would otherwise be read as something else.
    public override string FormatValue(string? name) =>
        name is null ? None : NeedsQuotes(name) ? $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : name;

    /// <summary>The display name of items without a name.</summary>
    protected virtual string NoneLabel => "None";

    public override string? NameSetColumn => namedBy;

    public override bool IsNameBased => true;

    // Names that differ only in case are merged.
    public override IEnumerable<(string Value, int Count)> GetCounts(IReadOnlyList<FacetBucket> keys)
    {
        var counts = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var bucket in keys)
            foreach (var name in bucket.Texts.Distinct(StringComparer.OrdinalIgnoreCase))
                counts[name] = counts.GetValueOrDefault(name) + bucket.Count;
        return counts.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.OrdinalIgnoreCase)
            .Select(pair => (FormatValue(pair.Key), pair.Value))
            .Append((None, keys.Where(bucket => bucket.Texts.Length == 0).Sum(bucket => bucket.Count)));
    }

    public override Term ToTerm(string value) => createTerm(NameOf(value));

    public override string GetLabel(string value) => GetName(value);

    public override string GetName(string value) => NameOf(value) ?? NoneLabel;

    public override string ToSearchText(string value) =>
        $"{Parameter}:{(NameOf(value) is not { } name ? None : IsNone(name) ? $"\"{name}\"" : ValueItem.QuoteIfNeeded(name))}";

    public override string? ParseValue(ValueItem item) => item.IsQuoted || !IsNone(item.Text) ? FormatValue(item.Text) : None;

    /// <summary>Returns the name of a value; null for "none".</summary>
    protected static string? NameOf(string value) => value == None ? null : ValueItem.ParseItem(value, 0, _ => false).Text;

    private static bool NeedsQuotes(string name) =>
        name.Length == 0 || name[0] == '-' || SyntaxCharacters.Trim(name).Length < name.Length
        || name.Contains(',', StringComparison.Ordinal) || SyntaxCharacters.IsQuote(name[0]) || IsNone(name);

    private static bool IsNone(string name) => name.Equals(None, StringComparison.OrdinalIgnoreCase);
}
