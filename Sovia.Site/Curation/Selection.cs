using Sovia.Query;
using Sovia.Query.Lists;

namespace Sovia.Curation;

/// <summary>Some posts: named one by one, or all that a list holds.</summary>
public sealed record Selection
{
    private Selection() { }

    /// <summary>The ids, where posts are named.</summary>
    public IReadOnlyCollection<Guid>? Ids { get; private init; }

    /// <summary>
    /// The list, where all of it is meant. Of a list of families it stands for their covers; what moves posts out of lists takes whole
    /// families.
    /// </summary>
    public ResolvedQuery? List { get; private init; }

    /// <summary>Of the posts that are named, those that stand for their whole families where posts leave lists or come back.</summary>
    public IReadOnlyCollection<Guid> Covers { get; private init; } = [];

    /// <summary>These posts.</summary>
    public static Selection From(IEnumerable<Guid> ids) => new() { Ids = [.. ids.Distinct()] };

    /// <summary>These posts, and those that stand for families on their cards.</summary>
    public static Selection From(IEnumerable<Guid> ids, IReadOnlyCollection<Guid> covers) =>
        new() { Ids = [.. ids.Concat(covers).Distinct()], Covers = covers };

    /// <summary>All that a query finds.</summary>
    public static Selection From(LibraryQuery query) => new() { List = ResolvedQuery.From(query) };
}
