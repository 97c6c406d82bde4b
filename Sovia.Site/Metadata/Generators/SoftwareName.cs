namespace Sovia.Metadata.Generators;

/// <summary>Identifies programs that write their name but not how the image was made.</summary>
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
