using Sovia.Index;
using Sovia.Query.Facets;
using Sovia.Query.Terms;

namespace Sovia.Query.Fields;

/// <summary>Filters by whether all files are saved on the server.</summary>
internal static class SavedFilesField
{
    public static readonly Field Field = new("bytes")
    {
        Is = [("missing", new Term.IsSafe(false)), ("safe", new Term.IsSafe(true)), ("damaged", new Term.IsFlagged(PostFlag.Damaged))],
        Facet = new SavedFilesFacet(),
    };
}

/// <summary>Counts items by whether all files are saved on the server.</summary>
internal sealed class SavedFilesFacet() : ChoiceFacet("bytes", "Files", "(x.items > 0 and x.safe = x.items)::integer", 2,
    ("safe", "Saved", new Term.IsSafe(true), number => number == 1),
    ("missing", "Missing", new Term.IsSafe(false), number => number == 0))
{
    public override bool IsOrdered => false;

    public override string ToSearchText(string value) => $"is:{value}";
}
