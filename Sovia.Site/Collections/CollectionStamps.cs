using Sovia.Index.Versions;
using Sovia.Library.Dates;
using Sovia.Query;
using Sovia.Query.Lists;

namespace Sovia.Collections;

/// <summary>Computes a stamp of each collection that changes only if its posts may be others.</summary>
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
        List<Collection> within = [.. tree.GetBranch(collection)];
        var parts = string.Join('|', within.Select(Describe));
        var isManual = !within.Exists(one => one.IsSmart);
        var data = isManual || tree.GetNamedList(collection, calendar) is not { } list ? state.ContentStamp
            : new ResolvedQuery(list.Term, "").GetStamp(state);
        return $"{data} {day} {collection.CoverId} {tree.GetPath(collection)} {parts}";
    }

    // The stamp of all collections is part of a search that names some, because any of them may be meant.
    private string Describe(Collection one) => one.Query is not { } query ? $"{one.Id} {members.GetValueOrDefault(one.Id)}"
        : $"{query} {string.Join(',', one.LeftOut ?? [])} {(ReferencesCollections(query) ? tree.Stamp : "")}";

    private bool ReferencesCollections(string query) =>
        QueryParameters.ReferencesCollections(StrictQueryParser.Parse(query, calendar.Now, calendar.Zone).Query);
}
