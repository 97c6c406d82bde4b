namespace Sovia.Metadata.Generators;

/// <summary>Identifies programs that write their name but not how the image was made.</summary>
internal sealed class SoftwareName : IMetadataFormat
{
    private static readonly (string Sign, string Name)[] KnownPrograms =
    [
        ("Ideogram AI", "Ideogram"), ("reve.com", "Reve"),
    ];

    private static readonly string[] Places = ["exif:Make", "exif:Software", "xmp:CreatorTool", "png:Software"];

    public EmbeddedMetadata? Read(EmbeddedTexts texts) => Places
        .Select(place => texts[place])
        .OfType<string>()
        .SelectMany(text => KnownPrograms.Where(program => text.Contains(program.Sign, StringComparison.OrdinalIgnoreCase)))
        .Select(program => new EmbeddedMetadata { Generator = program.Name })
        .FirstOrDefault();
}
