using Sovia.Library.Search;

namespace Sovia.Curation;

/// <summary>Some posts: named one by one, or all that a list holds.</summary>
public sealed record Selection
{
    private Selection() { }

    /// <summary>The ids, where posts are named.</summary>
    public IReadOnlyCollection<Guid>? Ids { get; private init; }

    /// <summary>The list, where all of it is meant. Of a list of families it stands for their covers; what moves posts out of lists takes whole families.</summary>
    public Listing? List { get; private init; }

    /// <summary>These posts.</summary>
    public static Selection Of(IEnumerable<Guid> ids) => new() { Ids = [.. ids.Distinct()] };

    /// <summary>All that a query finds.</summary>
    public static Selection Of(LibraryQuery query) => new() { List = Listing.Of(query) };
}
