using Sovia.Query;
using Sovia.Query.Lists;

namespace Sovia.Curation;

/// <summary>Some posts, given by ID or as all results of a query.</summary>
public sealed record Selection
{
    private Selection() { }

    /// <summary>IDs of the posts; null if a list is given.</summary>
    public IReadOnlyCollection<Guid>? Ids { get; private init; }

    /// <summary>
    /// The list whose results are selected; null if IDs are given. A list of families selects their covers, or whole families if the change
    /// removes posts from lists.
    /// </summary>
    public ResolvedQuery? List { get; private init; }

    /// <summary>IDs of covers. Each selects its whole family if the change removes posts from lists or returns them.</summary>
    public IReadOnlyCollection<Guid> Covers { get; private init; } = [];

    /// <summary>Selects posts by ID.</summary>
    public static Selection From(IEnumerable<Guid> ids) => new() { Ids = [.. ids.Distinct()] };

    /// <summary>Selects posts by ID, some of which stand for their families as covers of cards.</summary>
    public static Selection From(IEnumerable<Guid> ids, IReadOnlyCollection<Guid> covers) =>
        new() { Ids = [.. ids.Concat(covers).Distinct()], Covers = covers };

    /// <summary>Selects all results of a query.</summary>
    public static Selection From(LibraryQuery query) => new() { List = ResolvedQuery.From(query) };
}
