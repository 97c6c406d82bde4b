using System.Collections.Immutable;
using Sovia.Text;

namespace Sovia.Query.Metatags;

/// <summary>Every metatag, in the order of the help page.</summary>
public static class MetatagList
{
    private const int MaxEdits = 2;

    /// <summary>All metatags: those of fields, and <c>is:</c> and <c>has:</c>, which take values of any field.</summary>
    public static ImmutableArray<IMetatag> All { get; } =
        [.. Field.All.SelectMany(field => field.Metatags), new IsMetatag(), new HasMetatag()];

    /// <summary>Returns a hint for an unknown filter name: the most similar known name, or the help page.</summary>
    public static string HintFor(string name)
    {
        var best = All.Select(tag => (tag.Name, Slips: EditDistance.Between(name.ToLowerInvariant(), tag.Name, MaxEdits)))
            .MinBy(tag => tag.Slips);
        return name.Length > MaxEdits + 1 && best.Slips <= MaxEdits ? $"Did you mean {best.Name}:?" : "Search help lists all filters.";
    }

    /// <summary>Finds a metatag by name, ignoring case; returns null if there is none.</summary>
    public static IMetatag? Find(string name) => All.FirstOrDefault(tag => tag.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
}
