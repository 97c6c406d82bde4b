using NpgsqlTypes;
using Sovia.Index;
using Sovia.Query.Facets;
using Sovia.Query.Metatags;
using Sovia.Query.Terms;
using Sovia.Text;

namespace Sovia.Query.Fields;

/// <summary>Filters by the user's tags; a family has the tags of all its members.</summary>
internal static class TagField
{
    /// <summary>SQL condition for annotation rows with tags.</summary>
    public const string HasTagsSql = "a.tag_keys <> '{}'";

    public static readonly Field Field = new("tag")
    {
        Metatags = [new TagMetatag()],
        Is = [("tagged", new Term.Negation(CreateTerm(null))), ("untagged", CreateTerm(null))],
        Has = [("tag tags", new Term.Negation(CreateTerm(null)))],
        Help = [new("tag:sea -tag:\"red sky\"", "With one of your tags and without another.")],
        Facet = new TagFacet(),
    };

    public static Term CreateTerm(string? tag) => new Term.AnnotationMatches(new TagIs(tag is null ? null : TagText.ToKey(tag)));
}

/// <summary>Matches items with a tag, or without any tag.</summary>
/// <param name="Key">As <see cref="TagText.ToKey"/> returns it; null for no tag.</param>
internal sealed record TagIs(string? Key) : AnnotationCondition
{
    public override string PresenceSql => TagField.HasTagsSql;

    public override string ToSql(Func<object, NpgsqlDbType, string> parameter) =>
        Key is null ? "a.tag_keys = '{}'" : $"a.tag_keys @> {parameter(new[] { Key }, NpgsqlDbType.Array | NpgsqlDbType.Text)}";

    public override bool Matches(AnnotationState state) =>
        Key is null ? state.Tags.Count == 0 : state.Tags.Contains(Key, StringComparer.Ordinal);
}

/// <summary>The <c>tag:</c> metatag.</summary>
internal sealed class TagMetatag() : NameMetatag("tag", "Your tag on any item in the stack. Not case-sensitive. Use none for untagged.",
    TagField.CreateTerm, TagField.CreateTerm(null), "tag:sea", "tag:\"red sky\"", "tag:sea,sky", "tag:none");

/// <summary>Counts items by tag; a family counts for the tags of all its members.</summary>
internal sealed class TagFacet() : NameFacet("tag", "Tags", TagField.CreateTerm, null)
{
    public override AnnotationFacetSql AnnotationSql =>
        new(TagField.HasTagsSql, "n.name", "0", "unnest(a.tag_keys, a.tags) with ordinality as n (name, shown, position)", "n.position = 1");

    public override string NormalizeValue(string value) => NameOf(value) is { } name ? FormatValue(TagText.ToKey(name)) : value;

    // Listed by descending count, because there may be thousands.
    public override IEnumerable<(string Value, int Count)> GetCounts(IReadOnlyList<FacetBucket> keys) =>
        base.GetCounts(keys).OrderByDescending(value => value.Value == "none" ? -1 : value.Count);
}
