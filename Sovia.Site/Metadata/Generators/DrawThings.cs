using System.Text.Json;
using Sovia.Metadata.Texts;

namespace Sovia.Metadata.Generators;

/// <summary>
/// Parses Draw Things: JSON with short names, <c>c</c> for the prompt and <c>uc</c> for the negative prompt, in XMP's user comment.
/// </summary>
internal sealed class DrawThings : IMetadataFormat
{
    public EmbeddedMetadata? Read(EmbeddedTexts texts) =>
        texts.JsonRecords.Where(record => record.HasProperty("c") && record.HasProperty("model") && record.HasProperty("sampler"))
        .Select(CreateMetadata).FirstOrDefault();

    private static EmbeddedMetadata CreateMetadata(JsonElement made)
    {
        var (width, height) = PixelDimensions.Parse(made.FindProperty("size").GetText());
        return new()
        {
            Generator = "Draw Things",
            Prompt = made.FindProperty("c").GetText(),
            NegativePrompt = made.FindProperty("uc").GetText(),
            Model = made.FindProperty("model").GetText(),
            Seed = made.FindProperty("seed").GetText(),
            Width = width,
            Height = height,
            Settings = made.ReadSettings("c", "uc", "model", "seed", "size"),
        };
    }
}
