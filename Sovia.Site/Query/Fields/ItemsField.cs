using Sovia.Query.Facets;
using Sovia.Query.Metatags;
using Sovia.Query.Terms;

namespace Sovia.Query.Fields;

/// <summary>Filters by the number of members of a family.</summary>
internal static class ItemsField
{
    public static readonly Field Field = new("items") { Metatags = [new ItemsMetatag()], Facet = new ItemsFacet() };
}

/// <summary>The <c>items:</c> metatag.</summary>
internal sealed class ItemsMetatag() : CountMetatag("items", "Number of images and videos in the stack.", CountKind.Items);

/// <summary>The number of members of a family.</summary>
internal sealed class ItemsFacet() : ChoiceFacet("items", "Stack size", "width_bucket(x.items, array[1, 2, 3, 6, 11, 21, 51])", 8,
    ("0", "0", new Term.CountBetween(CountKind.Items, 0, 0), bucket => bucket == 0),
    ("1", "1", new Term.CountBetween(CountKind.Items, 1, 1), bucket => bucket == 1),
    ("2", "2", new Term.CountBetween(CountKind.Items, 2, 2), bucket => bucket == 2),
    ("3-5", "3 to 5", new Term.CountBetween(CountKind.Items, 3, 5), bucket => bucket == 3),
    ("6-10", "6 to 10", new Term.CountBetween(CountKind.Items, 6, 10), bucket => bucket == 4),
    ("11-20", "11 to 20", new Term.CountBetween(CountKind.Items, 11, 20), bucket => bucket == 5),
    ("21-50", "21 to 50", new Term.CountBetween(CountKind.Items, 21, 50), bucket => bucket == 6),
    (OpenEndedValue, "51+", new Term.CountBetween(CountKind.Items, 51, null), bucket => bucket == 7))
{
    private const string OpenEndedValue = "51+";

    public override bool IsOffered => false;

    // An unescaped plus in a URL is decoded as a space.
    public override string? ParseValue(Sovia.Query.Language.ValueItem item) => item.Text == "51" ? OpenEndedValue : base.ParseValue(item);
}
