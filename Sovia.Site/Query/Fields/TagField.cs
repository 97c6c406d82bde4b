using NpgsqlTypes;
using Sovia.Index;
using Sovia.Library.Language.Tags;
using Sovia.Library.Search;
using Sovia.Library.Search.Facets;

namespace Sovia.Query.Fields;

/// <summary>The user's tags, of a family those of any member.</summary>
internal static class TagField
{
    /// <summary>SQL of where there are tags.</summary>
    public const string Tagged = "a.tag_keys <> '{}'";

    public static readonly Field Field = new("tag")
    {
        Metatags = [new TagTag()],
        Is = [("tagged", new Term.Except(Is(null))), ("untagged", Is(null))],
        Has = [("tag tags", new Term.Except(Is(null)))],
        Help = [new("tag:sea -tag:\"red sky\"", "With one of your tags and without another.")],
        Facet = new TagFacet(),
    };

    public static Term Is(string? tag) => new Term.DecidedAs(new TagIs(tag is null ? null : TagText.KeyOf(tag)));
}

/// <summary>Bears a tag, or none at all.</summary>
/// <param name="Key">As <see cref="TagText.KeyOf"/> gives it; null for no tag.</param>
internal sealed record TagIs(string? Key) : Decision
{
    public override string Decided => TagField.Tagged;

    public override string Sql(Func<object, NpgsqlDbType, string> parameter) =>
        Key is null ? "a.tag_keys = '{}'" : $"a.tag_keys @> {parameter(new[] { Key }, NpgsqlDbType.Array | NpgsqlDbType.Text)}";

    public override bool Holds(DecidedState state) => Key is null ? state.Tags.Count == 0 : state.Tags.Contains(Key, StringComparer.Ordinal);
}

/// <summary><c>tag:</c> which tags.</summary>
internal sealed class TagTag() : NameTag("tag", "Your tag on any item in the stack. Not case-sensitive. Use none for untagged.",
    TagField.Is, TagField.Is(null), "tag:sea", "tag:\"red sky\"", "tag:sea,sky", "tag:none");

/// <summary>The tags of any member.</summary>
internal sealed class TagFacet() : NameFacet("tag", "Tags", TagField.Is, null)
{
    public override DecidedFacet Decided => new(TagField.Tagged, "n.name", "0", "unnest(a.tag_keys, a.tags) as n (name, shown)");

    public override string KeyOf(string value) => NameOf(value) is { } name ? Written(TagText.KeyOf(name)) : value;

    // The commonest first: there may be thousands.
    public override IEnumerable<(string Value, int Count)> CountsOf(IReadOnlyList<FacetKey> keys) => base.CountsOf(keys).OrderByDescending(value => value.Value == "none" ? -1 : value.Count);
}
