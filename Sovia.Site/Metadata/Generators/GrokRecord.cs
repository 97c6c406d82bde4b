using System.Text.Json;
using Sovia.Metadata.Texts;

namespace Sovia.Metadata.Generators;

/// <summary>Parses the post record that a download script embedded in Grok's image: ID, prompt and URL as JSON.</summary>
internal sealed class GrokRecord : IMetadataFormat
{
    private const string Address = "https://grok.com/imagine/post/";

    public EmbeddedMetadata? Read(EmbeddedTexts found) => found.JsonRecords.Where(IsOwn).Select(Picture).FirstOrDefault();

    private static bool IsOwn(JsonElement record) =>
        (record.FindProperty("postUrl", "pageUrl", "url").GetText() ?? "").StartsWith(Address, StringComparison.Ordinal);

    private static EmbeddedMetadata Picture(JsonElement post) => new()
    {
        Generator = "Grok",
        Prompt = post.FindProperty("prompt", "rootPrompt", "parentPrompt").GetText(),
        Model = post.FindProperty("model", "modelName").GetText(),
        PostId = Guid.TryParseExact(post.FindProperty("id").GetText() ?? post.FindProperty("postUrl", "pageUrl", "url")
            .GetText()?[Address.Length..], "D", out var id) ? id : null,
        Settings = post.ReadSettings("prompt", "model", "modelName", "id"),
    };
}
