using System.Collections.Immutable;
using Sovia.Text;

namespace Sovia.Query.Metatags;

/// <summary>Every metatag there is, in the order of the help sheet.</summary>
public static class MetatagList
{
    private const int MostSlips = 2;

    /// <summary>All of them: those of fields, and the two that take words of any field.</summary>
    public static ImmutableArray<IMetatag> All { get; } =
        [.. Field.All.SelectMany(field => field.Metatags), new IsMetatag(), new HasMetatag()];

    /// <summary>Returns a hint for an unknown filter name: the most similar known name, or the help page.</summary>
    public static string HintFor(string name)
    {
        var near = All.Select(tag => (tag.Name, Slips: EditDistance.Between(name.ToLowerInvariant(), tag.Name, MostSlips)))
            .MinBy(tag => tag.Slips);
        return name.Length > MostSlips + 1 && near.Slips <= MostSlips ? $"Did you mean {near.Name}:?" : "Search help lists all filters.";
    }

    /// <summary>The one of a name, whatever its case; null where there is none.</summary>
    public static IMetatag? Find(string name) => All.FirstOrDefault(tag => tag.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
}
