using Sovia.Index.Versions;
using Sovia.Library.Dates;
using Sovia.Query;
using Sovia.Query.Lists;

namespace Sovia.Collections;

/// <summary>Computes a stamp of each collection that changes only when its posts may have changed.</summary>
/// <param name="tree">The collections.</param>
/// <param name="members">The stamps of the members of manual collections.</param>
/// <param name="state">The state of the library.</param>
/// <param name="calendar">The viewer's calendar, for relative dates.</param>
public sealed class CollectionStamps(CollectionTree tree, IReadOnlyDictionary<Guid, string> members, LibraryState state,
    LocalCalendar calendar)
{
    private readonly string day = $"{calendar.Zone.Id} {calendar.Today:yyyyMMdd}";

    /// <summary>Returns the stamp of a collection with its descendants.</summary>
    public string GetStamp(Collection collection)
    {
        List<Collection> branch = [.. tree.GetBranch(collection)];
        var parts = string.Join('|', branch.Select(Describe));
        var isManual = !branch.Exists(c => c.IsSmart);
        var contentStamp = isManual || tree.ResolveContents(collection, calendar) is not { } list ? state.ContentStamp
            : new ResolvedQuery(list.Term, "").GetStamp(state);
        return $"{contentStamp} {day} {collection.CoverId} {tree.GetPath(collection)} {parts}";
    }

    // For a query that names collections, includes the stamp of all collections, because a name can refer to any of them.
    private string Describe(Collection collection) => collection.Query is not { } query ? $"{collection.Id} {members.GetValueOrDefault(collection.Id)}"
        : $"{query} {string.Join(',', collection.LeftOut ?? [])} {(ReferencesCollections(query) ? tree.Stamp : "")}";

    private bool ReferencesCollections(string query) =>
        QueryParameters.ReferencesCollections(StrictQueryParser.Parse(query, calendar.Now, calendar.Zone).Query);
}
