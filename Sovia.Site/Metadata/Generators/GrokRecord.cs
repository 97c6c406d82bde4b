using System.Text.Json;
using Sovia.Metadata.Texts;

namespace Sovia.Metadata.Generators;

/// <summary>Parses the post record that a download script embedded in Grok's image: ID, prompt and URL as JSON.</summary>
internal sealed class GrokRecord : IMetadataFormat
{
    private const string PostUrlPrefix = "https://grok.com/imagine/post/";

    public EmbeddedMetadata? Read(EmbeddedTexts texts) => texts.JsonRecords.Where(IsGrokPost).Select(CreateMetadata).FirstOrDefault();

    private static bool IsGrokPost(JsonElement record) =>
        (record.FindProperty("postUrl", "pageUrl", "url").GetText() ?? "").StartsWith(PostUrlPrefix, StringComparison.Ordinal);

    private static EmbeddedMetadata CreateMetadata(JsonElement post) => new()
    {
        Generator = "Grok",
        Prompt = post.FindProperty("prompt", "rootPrompt", "parentPrompt").GetText(),
        Model = post.FindProperty("model", "modelName").GetText(),
        PostId = Guid.TryParseExact(post.FindProperty("id").GetText() ?? post.FindProperty("postUrl", "pageUrl", "url")
            .GetText()?[PostUrlPrefix.Length..], "D", out var id) ? id : null,
        Settings = post.ReadSettings("prompt", "model", "modelName", "id"),
    };
}
