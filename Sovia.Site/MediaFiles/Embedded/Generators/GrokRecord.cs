using System.Text.Json;
using Sovia.MediaFiles.Embedded.Texts;

namespace Sovia.MediaFiles.Embedded.Generators;

/// <summary>A whole record of a post that a download script wrote beside Grok's picture: its id, prompt and address as JSON.</summary>
internal sealed class GrokRecord : IGenerator
{
    private const string Address = "https://grok.com/imagine/post/";

    public EmbeddedMetadata? Read(Findings found) => found.Records.Where(IsOwn).Select(Picture).FirstOrDefault();

    private static bool IsOwn(JsonElement record) => (record.At("postUrl", "pageUrl", "url").Text() ?? "").StartsWith(Address, StringComparison.Ordinal);

    private static EmbeddedMetadata Picture(JsonElement post) => new()
    {
        Generator = "Grok",
        Prompt = post.At("prompt", "rootPrompt", "parentPrompt").Text(),
        Model = post.At("model", "modelName").Text(),
        PostId = Guid.TryParseExact(post.At("id").Text() ?? post.At("postUrl", "pageUrl", "url").Text()?[Address.Length..], "D", out var id) ? id : null,
        Settings = post.Settings("prompt", "model", "modelName", "id"),
    };
}
