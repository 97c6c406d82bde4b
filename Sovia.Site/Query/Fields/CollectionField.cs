using System.Collections.Immutable;
using NpgsqlTypes;
using Sovia.Index;
using Sovia.Library;
using Sovia.Library.Language;
using Sovia.Library.Search;
using Sovia.Library.Search.Facets;

namespace Sovia.Query.Fields;

/// <summary>The user's collections, of a family those of any member. A smart collection stands for what it searches for.</summary>
internal static class CollectionField
{
    /// <summary>SQL of what was put into any collection.</summary>
    public const string Collected = "a.collections <> '{}'";

    public static readonly Field Field = new("in")
    {
        Metatags = [new InTag()],
        Help = [new("in:none", "In no collection. in:\"my best\" finds the items of one, in:travel/sea those of a nested one.")],
        Facet = new CollectionFacet(),
    };

    /// <summary>In none of the collections that posts are put into.</summary>
    public static readonly Term InNone = new Term.DecidedAs(new IsCollected([]));

    /// <summary>Why a path means nothing, and which one may have been meant.</summary>
    public static string Unknown(string path) => NamedLists.Current.Nearest(path) is { } near
        ? $"No collection is called “{Signs.Cut(path, 40)}”. Did you mean in:{ValueItem.Written(near)}?"
        : $"No collection is called “{Signs.Cut(path, 40)}”, so “in:” was ignored.";
}

/// <summary>Put into any of some collections, or into none at all.</summary>
/// <param name="Ids">The collections; empty for none at all.</param>
internal sealed record IsCollected(ImmutableArray<Guid> Ids) : Decision
{
    public override string Decided => CollectionField.Collected;

    public override string Sql(Func<object, NpgsqlDbType, string> parameter) =>
        Ids.IsEmpty ? "a.collections = '{}'" : $"a.collections && {parameter(Ids.ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Uuid)}";

    public override bool Holds(DecidedState state) => Ids.IsEmpty ? state.Collections.Count == 0 : state.Collections.Any(Ids.Contains);

    public bool Equals(IsCollected? other) => other is not null && Ids.SequenceEqual(other.Ids);

    public override int GetHashCode() => Ids.Aggregate(0, HashCode.Combine);
}

/// <summary><c>in:</c> which collections.</summary>
internal sealed class InTag : IMetatag
{
    private const string None = "none";

    public string Name => "in";

    public string Help => "Your collections, manual or smart. Use none for items in no collection.";

    public ImmutableArray<string> Examples => ["in:none", "in:\"my best\"", "in:travel/sea"];

    public ImmutableArray<string> Values => [None];

    public ItemReading Read(ValueItem item, LocalCalendar calendar)
    {
        var isWord = item.Text.Equals(None, StringComparison.OrdinalIgnoreCase);
        if (isWord && !item.IsQuoted) return new(CollectionField.InNone, None);
        if (NamedLists.Current.Find(item.Text, calendar) is not { } list) return ItemReading.Wrong(CollectionField.Unknown(item.Text));
        return new(list.Term, isWord ? $"\"{item.Text}\"" : ValueItem.Written(list.Path), NamesLists: true);
    }
}

/// <summary>The collections of any member.</summary>
internal sealed class CollectionFacet() : NameFacet("in", "Collections", _ => CollectionField.InNone, null)
{
    public override DecidedFacet Decided => new(
        CollectionField.Collected, "n.name", "0", "unnest(a.collections) as c (id) join sovia.collection_name n on n.tenant_id = a.tenant_id and n.id = c.id");

    public override bool NamesLists => true;

    public override string GroupName => "collection";

    // One holds what is in those inside it too, and a smart one what it searches for.
    public override bool IsCountedEach => true;

    public override string Expected => "Use the name of a collection";

    public override Term TermOf(string value, LocalCalendar calendar) =>
        NameOf(value) is not { } path ? CollectionField.InNone : NamedLists.Current.Find(path, calendar)?.Term ?? new Term.AnyOf([]);

    public override string? Read(ValueItem item) =>
        base.Read(item) is not { } value || NameOf(value) is not { } path ? base.Read(item) : NamedLists.Current.PathOf(path) is { } whole ? Written(whole) : null;
}
