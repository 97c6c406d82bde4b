namespace Sovia.Library.Search.Facets;

/// <summary>Whether its files are here.</summary>
internal sealed class BytesFacet() : ChoiceFacet("bytes", "Files",
    ("safe", "On this machine", new Term.IsSafe(true)),
    ("missing", "Missing", new Term.IsSafe(false)))
{
    public override object KeyOf(IndexRow row) => row.Safe == row.Items;
}
