namespace Sovia.Metadata.Generators;

/// <summary>Parses the IPTC properties for generated images, which any program may write.</summary>
internal sealed class Iptc : IMetadataFormat
{
    private static readonly string[] AiSources = ["trainedAlgorithmicMedia", "compositeWithTrainedAlgorithmicMedia", "compositeSynthetic"];

    private static readonly string[] Properties = ["AISystemVersionUsed", "AIPromptWriterName", "DigitalSourceType"];

    public EmbeddedMetadata? Read(EmbeddedTexts texts)
    {
        if (ReadDeclaredAi(texts) is null && texts["xmp:AISystemUsed"] is null && FindPrompt(texts) is null) return null;
        return new()
        {
            Generator = texts["xmp:AISystemUsed"] ?? texts["xmp:CreatorTool"] ?? texts["exif:Software"]
            ?? EmbeddedMetadata.UnknownGenerator,
            Prompt = FindPrompt(texts),
            Settings = Properties.Where(name => texts["xmp:" + name] is not null).ToDictionary(name => name, name => texts["xmp:" + name]!),
        };
    }

    /// <summary>Returns the prompt that programs without a format of their own may write here.</summary>
    public static string? FindPrompt(EmbeddedTexts texts) => texts["xmp:AIPromptInformation"];

    /// <summary>
    /// Returns true if the source is a trained model. A bare <c>algorithmicMedia</c> may be a fractal or a chart, so it proves nothing.
    /// </summary>
    public static bool? ReadDeclaredAi(EmbeddedTexts texts) =>
        texts["xmp:DigitalSourceType"] is { } source && AiSources.Contains(source[(source.LastIndexOfAny(['/', ':']) + 1)..]) ? true : null;
}
