namespace Sovia.Metadata.Generators;

/// <summary>Parses the IPTC properties for generated images, which any program may write.</summary>
internal sealed class Iptc : IMetadataFormat
{
    private static readonly string[] AiSources = ["trainedAlgorithmicMedia", "compositeWithTrainedAlgorithmicMedia", "compositeSynthetic"];

    private static readonly string[] Properties = ["AISystemVersionUsed", "AIPromptWriterName", "DigitalSourceType"];

    public EmbeddedMetadata? Read(EmbeddedTexts found)
    {
        if (ReadDeclaredAi(found) is null && found["xmp:AISystemUsed"] is null && FindPrompt(found) is null) return null;
        return new()
        {
            Generator = found["xmp:AISystemUsed"] ?? found["xmp:CreatorTool"] ?? found["exif:Software"]
            ?? EmbeddedMetadata.UnknownGenerator,
            Prompt = FindPrompt(found),
            Settings = Properties.Where(name => found["xmp:" + name] is not null).ToDictionary(name => name, name => found["xmp:" + name]!),
        };
    }

    /// <summary>Returns the prompt that programs without a format of their own may write here.</summary>
    public static string? FindPrompt(EmbeddedTexts found) => found["xmp:AIPromptInformation"];

    /// <summary>
    /// Returns true if the source is a trained model. A bare <c>algorithmicMedia</c> may be a fractal or a chart, so it proves nothing.
    /// </summary>
    public static bool? ReadDeclaredAi(EmbeddedTexts found) =>
        found["xmp:DigitalSourceType"] is { } source && AiSources.Contains(source[(source.LastIndexOfAny(['/', ':']) + 1)..]) ? true : null;
}
