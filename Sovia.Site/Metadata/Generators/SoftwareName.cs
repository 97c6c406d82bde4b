namespace Sovia.Metadata.Generators;

/// <summary>Programs that sign their pictures and say nothing of how they were made.</summary>
internal sealed class SoftwareName : IMetadataFormat
{
    private static readonly (string Sign, string Name)[] Signs =
    [
        ("Ideogram AI", "Ideogram"), ("reve.com", "Reve"),
    ];

    private static readonly string[] Places = ["exif:Make", "exif:Software", "xmp:CreatorTool", "png:Software"];

    public EmbeddedMetadata? Read(EmbeddedTexts found) => Places
        .Select(place => found[place])
        .OfType<string>()
        .SelectMany(text => Signs.Where(sign => text.Contains(sign.Sign, StringComparison.OrdinalIgnoreCase)))
        .Select(sign => new EmbeddedMetadata { Generator = sign.Name })
        .FirstOrDefault();
}
