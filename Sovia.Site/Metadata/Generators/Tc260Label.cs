using System.Text.Json;
using Sovia.Metadata.Texts;

namespace Sovia.Metadata.Generators;

/// <summary>
/// Parses the label that China's TC260 standard requires on generated content: JSON named <c>AIGC</c>, in XMP, a PNG chunk, EXIF or a video
/// tag.
/// </summary>
internal sealed class Tc260Label : IMetadataFormat
{
    public EmbeddedMetadata? Read(EmbeddedTexts texts) => ReadLabel(texts) is { ValueKind: JsonValueKind.Object } label
        ? new()
        {
            Generator = SafeText.CleanOrNull(label.FindProperty("ContentProducer").GetText()) ?? EmbeddedMetadata.UnknownGenerator,
            Settings = label.ReadSettings(),
        }
        : null;

    /// <summary>Returns true for generated content; null for possibly generated content or without a label.</summary>
    public static bool? ReadDeclaredAi(EmbeddedTexts texts) => ReadLabel(texts).FindProperty("Label").GetText() == "1" ? true : null;

    private static JsonElement ReadLabel(EmbeddedTexts texts)
    {
        var label = texts.ParseJson(texts["xmp:AIGC"] ?? texts.FindChunkOrTag("AIGC"));
        if (label.ValueKind != JsonValueKind.Object) label = texts.JsonRecords.FirstOrDefault(record => record.HasProperty("AIGC"));
        return label.HasProperty("AIGC") ? label.FindProperty("AIGC") is { ValueKind: JsonValueKind.String } text
            ? texts.ParseJson(text.GetText()) : label.FindProperty("AIGC") : label;
    }
}
