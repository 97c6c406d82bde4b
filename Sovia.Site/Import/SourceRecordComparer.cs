using Sovia.Library;

namespace Sovia.Import;

/// <summary>
/// Which of two statements counts more: the richer kind, then the newer one, then whichever its content says, so that there is always an
/// answer and always the same.
/// </summary>
internal sealed class SourceRecordComparer : IComparer<SourceRecord>
{
    /// <summary>Puts what counts most first.</summary>
    public static readonly SourceRecordComparer BestFirst = new();

    /// <inheritdoc/>
    public int Compare(SourceRecord? x, SourceRecord? y)
    {
        var order = y!.Kind.CompareTo(x!.Kind);
        if (order == 0) order = y.GetSeenAtMicroseconds().CompareTo(x.GetSeenAtMicroseconds());
        return order != 0 ? order : ByContent(x, y);
    }

    /// <summary>The same for a like, of which only when it was seen tells anything.</summary>
    public static int CompareLikes(SourceRecord x, SourceRecord y) =>
        y.GetSeenAtMicroseconds().CompareTo(x.GetSeenAtMicroseconds()) is var order && order != 0 ? order : BestFirst.Compare(x, y);

    private static int ByContent(SourceRecord x, SourceRecord y)
    {
        var order = string.CompareOrdinal(x.Raw, y.Raw);
        if (order == 0) order = string.CompareOrdinal(x.Restated, y.Restated);
        if (order == 0) order = Nullable.Compare(x.Parent, y.Parent);
        if (order == 0) order = Nullable.Compare(x.Enclosing, y.Enclosing);
        return order != 0 ? order : x.Listed.CompareTo(y.Listed);
    }
}
