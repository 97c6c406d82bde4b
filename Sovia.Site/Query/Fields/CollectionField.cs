using System.Collections.Immutable;
using NpgsqlTypes;
using Sovia.Index;
using Sovia.Library.Dates;
using Sovia.Query.Facets;
using Sovia.Query.Language;
using Sovia.Query.Metatags;
using Sovia.Query.Terms;

namespace Sovia.Query.Fields;

/// <summary>
/// Filters by the user's collections; a family is in the collections of all its members. A smart collection matches its saved query.
/// </summary>
internal static class CollectionField
{
    /// <summary>SQL condition for annotation rows in any manual collection.</summary>
    public const string HasCollectionsSql = "a.collections <> '{}'";

    public static readonly Field Field = new("in")
    {
        Metatags = [new CollectionMetatag()],
        Help = [new("in:none", "In no collection. in:\"my best\" finds the items of one, in:travel/sea those of a nested one.")],
        Facet = new CollectionFacet(),
    };

    /// <summary>Matches posts that are in no manual collection.</summary>
    public static readonly Term InNone = new Term.AnnotationMatches(new InCollections([]));

    /// <summary>Describes why a path is unknown, and suggests a similar one.</summary>
    public static string DescribeUnknown(string path) => NamedCollections.Current.SuggestPath(path) is { } suggestion
        ? $"No collection is called “{SyntaxCharacters.Truncate(path, 40)}”. Did you mean in:{ValueItem.QuoteIfNeeded(suggestion)}?"
        : $"No collection is called “{SyntaxCharacters.Truncate(path, 40)}”, so “in:” was ignored.";
}

/// <summary>Matches items in any of the given manual collections, or in none at all.</summary>
/// <param name="Ids">The collections; empty for none at all.</param>
internal sealed record InCollections(ImmutableArray<Guid> Ids) : AnnotationCondition
{
    public override string PresenceSql => CollectionField.HasCollectionsSql;

    public override string ToSql(Func<object, NpgsqlDbType, string> parameter) =>
        Ids.IsEmpty ? "a.collections = '{}'" : $"({CollectionField.HasCollectionsSql} and a.collections && {parameter(Ids.ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Uuid)})";

    public override bool Matches(AnnotationState state) => Ids.IsEmpty ? state.Collections.Count == 0 : state.Collections.Any(Ids.Contains);

    public bool Equals(InCollections? other) => other is not null && Ids.SequenceEqual(other.Ids);

    public override int GetHashCode() => Ids.Aggregate(0, HashCode.Combine);
}

/// <summary>The <c>in:</c> metatag.</summary>
internal sealed class CollectionMetatag : IMetatag
{
    private const string None = "none";

    public string Name => "in";

    public string Title => "Collection";

    public string Help => "Your collections, manual or smart. Use none for items in no collection.";

    public ImmutableArray<string> Examples => ["in:none", "in:\"my best\"", "in:travel/sea"];

    public ImmutableArray<string> Values => [None];

    public ParsedValue Parse(ValueItem item, LocalCalendar calendar)
    {
        var isNone = item.Text.Equals(None, StringComparison.OrdinalIgnoreCase);
        if (isNone && !item.IsQuoted) return new(CollectionField.InNone, None);
        if (NamedCollections.Current.Find(item.Text, calendar) is not { } collection)
            return ParsedValue.Invalid(CollectionField.DescribeUnknown(item.Text));
        return new(collection.Term, isNone ? $"\"{item.Text}\"" : ValueItem.QuoteIfNeeded(collection.Path), ReferencesCollections: true);
    }
}

/// <summary>Counts items by collection; a family counts in the collections of all its members.</summary>
internal sealed class CollectionFacet() : NameFacet("in", "Collections", _ => CollectionField.InNone, null)
{
    public override AnnotationFacetSql AnnotationSql => new(
        CollectionField.HasCollectionsSql, "n.name", "0",
        "unnest(a.collections) as c (id) join sovia.collection_name n on n.tenant_id = a.tenant_id and n.id = c.id");

    public override bool ReferencesCollections => true;

    public override string GroupName => "collection";

    // A collection also contains its nested collections, and a smart collection the results of its query, so each value needs its own
    // count.
    public override bool CountsValuesSeparately => true;

    public override string ValueDescription => "Use the name of a collection";

    public override Term ToTerm(string value, LocalCalendar calendar) =>
        NameOf(value) is not { } path ? CollectionField.InNone : NamedCollections.Current.Find(path, calendar)?.Term ?? new Term.AnyOf([]);

    public override string? ParseValue(ValueItem item) =>
        base.ParseValue(item) is not { } value || NameOf(value) is not { } path ? base.ParseValue(item)
        : NamedCollections.Current.GetPath(path) is { } canonicalPath ? FormatValue(canonicalPath) : null;
}
