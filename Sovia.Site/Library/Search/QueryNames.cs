using System.Collections.Immutable;

namespace Sovia.Library.Search;

/// <summary>How orders and units are called in addresses.</summary>
public static class QueryNames
{
    /// <summary>Every order with its name, in the order of a menu.</summary>
    public static ImmutableArray<(SortBy Sort, string Name)> Sorts { get; } =
    [
        (SortBy.DateDesc, "date_desc"),
        (SortBy.DateAsc, "date_asc"),
        (SortBy.Model, "model"),
        (SortBy.Type, "type"),
        (SortBy.Videos, "videos"),
        (SortBy.Likes, "likes"),
        (SortBy.Random, "random"),
    ];

    /// <summary>Every unit with its name.</summary>
    public static ImmutableArray<(Unit Unit, string Name)> Units { get; } = [(Unit.Family, "family"), (Unit.Post, "post")];

    /// <summary>The name of an order.</summary>
    public static string Of(SortBy sort) => Sorts.First(named => named.Sort == sort).Name;

    /// <summary>The name of a unit.</summary>
    public static string Of(Unit unit) => Units.First(named => named.Unit == unit).Name;
}
