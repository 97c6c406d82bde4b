using System.Collections.Immutable;
using Sovia.Library.Language.Tags;

namespace Sovia.Library.Language;

/// <summary>Every metatag there is, in the order of the help sheet.</summary>
public static class Metatags
{
    /// <summary>All of them. A new one is a file and a line here.</summary>
    public static ImmutableArray<IMetatag> All { get; } =
    [
        new TypeTag(),
        new CoverTag(),
        new ModelTag(),
        new ModeTag(),
        new LikedTag(),
        new DateTag(),
        new VideosTag(),
        new ImagesTag(),
        new ItemsTag(),
        new PromptTag(),
        new IsTag(),
        new HasTag(),
        new HostTag(),
        new SizeTag(),
        new SeedTag(),
        new IdTag(),
        new ImportTag(),
    ];

    // Read, so that a search is told what is wrong with it, but not offered.
    private static readonly InTag Collections = new();

    /// <summary>The one of a name, whatever its case; null where there is none.</summary>
    public static IMetatag? Named(string name) => All.Append(Collections).FirstOrDefault(tag => tag.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
}
