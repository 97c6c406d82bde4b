using System.Text.Json;
using Sovia.MediaFiles.Embedded.Texts;

namespace Sovia.MediaFiles.Embedded.Generators;

/// <summary>The label China's TC260 asks of generated content: JSON named <c>AIGC</c>, in XMP, a PNG chunk, EXIF or a video's tag.</summary>
internal sealed class Tc260 : IGenerator
{
    public EmbeddedMetadata? Read(Findings found) => Label(found) is { ValueKind: JsonValueKind.Object } label
        ? new()
        {
            Generator = SafeText.OrNull(label.At("ContentProducer").Text()) ?? EmbeddedMetadata.UnknownGenerator,
            Settings = label.Settings(),
        }
        : null;

    /// <summary>True for content that is generated; null for what only may be, and where there is no label.</summary>
    public static bool? Declared(Findings found) => Label(found).At("Label").Text() == "1" ? true : null;

    private static JsonElement Label(Findings found)
    {
        var label = found.Json(found["xmp:AIGC"] ?? found.Chunk("AIGC"));
        if (label.ValueKind != JsonValueKind.Object) label = found.Records.FirstOrDefault(record => record.Has("AIGC"));
        return label.Has("AIGC") ? label.At("AIGC") is { ValueKind: JsonValueKind.String } text ? found.Json(text.Text()) : label.At("AIGC") : label;
    }
}
