using System.Text.Json;
using Sovia.Import.Json;
using Sovia.Library.Urls;

namespace Sovia.Import.Shapes;

/// <summary>The images made in a chat: stored in cards, which are JSON inside text, one for each step of progress.</summary>
internal static class ChatImageReader
{
    /// <summary>Returns the distinct finished images of a chat's response.</summary>
    /// <param name="response">The response.</param>
    /// <param name="path">The JSON path of the response.</param>
    /// <param name="conversation">The chat's id.</param>
    /// <param name="created">When the response was created.</param>
    /// <param name="context">The context of the file.</param>
    public static IEnumerable<JsonItem> Read(JsonElement response, string path, JsonElement conversation, JsonElement created,
        ReadContext context)
    {
        var seenIds = new HashSet<Guid>();
        foreach (var card in response.GetFirst("card_attachments_json", "cardAttachmentsJson").EnumerateItems())
        {
            var chunk = card.ParseNestedJson().GetFirst("image_chunk", "imageChunk");
            if (chunk.GetPath("progress").GetDoubleOrNull() != 100
                || !Guid.TryParse(chunk.GetPath("imageUuid").GetStringOrNull(), out var id) || !seenIds.Add(id)) continue;
            using var post = new NormalisedJsonBuilder();
            yield return new(path, post.Set("id", id.ToString()).Set("mediaType", "image").Set("mediaUrl", chunk.GetPath("imageUrl"))
                .Set("prompt", chunk.GetPath("imagePrompt", "prompt"))
                .Set("title", chunk.GetPath("imageTitle")).Set("modelName", chunk.GetPath("imageModel"))
                .Set("moderated", chunk.GetPath("moderated"))
                .Set("createTime", created).Set("conversationId", conversation).Build());
        }
        var index = -1;
        foreach (var url in response.GetFirst("generated_image_urls", "generatedImageUrls").EnumerateItems())
        {
            index++;
            if (url.GetStringOrNull() is not { } text) continue;
            var grokUrl = GrokUrl.Parse(text);
            if (grokUrl.Id is not { } id)
            {
                yield return context.CreateIssue(IssueCode.NoId, $"{path}.generated_image_urls[{index}]",
                    $"Skipped a chat image: {grokUrl.Description}", rejected: true);
                continue;
            }
            if (!seenIds.Add(id)) continue;
            using var post = new NormalisedJsonBuilder();
            yield return new(path, post.Set("id", id.ToString()).Set("mediaType", "image").Set("mediaUrl", url).Set("createTime", created)
                .Set("conversationId", conversation).Build());
        }
    }
}
