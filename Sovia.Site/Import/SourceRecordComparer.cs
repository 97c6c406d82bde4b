using Sovia.Library;

namespace Sovia.Import;

/// <summary>
/// Orders source records by precedence: the richer kind first, then the newer one, then by content, so that the order is total and
/// deterministic.
/// </summary>
internal sealed class SourceRecordComparer : IComparer<SourceRecord>
{
    /// <summary>Sorts the source record with the highest precedence first.</summary>
    public static readonly SourceRecordComparer BestFirst = new();

    /// <inheritdoc/>
    public int Compare(SourceRecord? x, SourceRecord? y)
    {
        var order = y!.Kind.CompareTo(x!.Kind);
        if (order == 0) order = y.GetSeenAtMicroseconds().CompareTo(x.GetSeenAtMicroseconds());
        return order != 0 ? order : CompareContent(x, y);
    }

    /// <summary>Compares source records to merge their likes: the record seen last comes first, whatever its kind.</summary>
    public static int CompareLikes(SourceRecord x, SourceRecord y) =>
        y.GetSeenAtMicroseconds().CompareTo(x.GetSeenAtMicroseconds()) is var order && order != 0 ? order : BestFirst.Compare(x, y);

    private static int CompareContent(SourceRecord x, SourceRecord y)
    {
        var order = string.CompareOrdinal(x.Raw, y.Raw);
        if (order == 0) order = string.CompareOrdinal(x.NormalisedJson, y.NormalisedJson);
        if (order == 0) order = Nullable.Compare(x.Parent, y.Parent);
        if (order == 0) order = Nullable.Compare(x.Enclosing, y.Enclosing);
        return order != 0 ? order : x.ListedAsLiked.CompareTo(y.ListedAsLiked);
    }
}
