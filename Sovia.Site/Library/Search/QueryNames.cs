using System.Collections.Immutable;

namespace Sovia.Library.Search;

/// <summary>How units are called in addresses.</summary>
public static class QueryNames
{
    /// <summary>Every unit with its name.</summary>
    public static ImmutableArray<(Unit Unit, string Name)> Units { get; } = [(Unit.Family, "family"), (Unit.Post, "post")];

    /// <summary>The name of a unit.</summary>
    public static string Of(Unit unit) => Units.First(named => named.Unit == unit).Name;
}
