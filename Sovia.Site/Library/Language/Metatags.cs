using System.Collections.Immutable;
using Sovia.Library.Language.Tags;
using Sovia.Query;

namespace Sovia.Library.Language;

/// <summary>Every metatag there is, in the order of the help sheet.</summary>
public static class Metatags
{
    /// <summary>All of them: those of fields, and the two that take words of any field.</summary>
    public static ImmutableArray<IMetatag> All { get; } = [.. Field.All.SelectMany(field => field.Metatags), new IsTag(), new HasTag()];

    /// <summary>The one of a name, whatever its case; null where there is none.</summary>
    public static IMetatag? Named(string name) => All.FirstOrDefault(tag => tag.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
}
