using System.Text.Json;
using Sovia.Import.Json;
using Sovia.Library.Addresses;

namespace Sovia.Import.Shapes;

/// <summary>The pictures that were made in a chat: they lie in cards that are JSON inside text, one for each step of progress.</summary>
internal static class ImageCard
{
    /// <summary>The finished pictures of a chat's answer, each once.</summary>
    /// <param name="response">The answer.</param>
    /// <param name="path">Where it stands.</param>
    /// <param name="conversation">The chat's id.</param>
    /// <param name="created">When the answer was given.</param>
    /// <param name="scope">The file.</param>
    public static IEnumerable<JsonItem> In(JsonElement response, string path, JsonElement conversation, JsonElement created, ReadScope scope)
    {
        var seen = new HashSet<Guid>();
        foreach (var card in response.Any("card_attachments_json", "cardAttachmentsJson").List())
        {
            var chunk = card.Inner().Any("image_chunk", "imageChunk");
            if (chunk.At("progress").Number() != 100 || !Guid.TryParse(chunk.At("imageUuid").Text(), out var id) || !seen.Add(id)) continue;
            using var post = new Restatement();
            yield return new(path, post.Set("id", id.ToString()).Set("mediaType", "image").Set("mediaUrl", chunk.At("imageUrl")).Set("prompt", chunk.At("imagePrompt", "prompt"))
                .Set("title", chunk.At("imageTitle")).Set("modelName", chunk.At("imageModel")).Set("moderated", chunk.At("moderated"))
                .Set("createTime", created).Set("conversationId", conversation).Done());
        }
        var index = -1;
        foreach (var url in response.Any("generated_image_urls", "generatedImageUrls").List())
        {
            index++;
            if (url.Text() is not { } text) continue;
            var address = PostAddress.Read(text);
            if (address.Id is not { } id)
            {
                yield return scope.Issue(IssueCode.NoId, $"{path}.generated_image_urls[{index}]", $"An image made in a chat. {address.Description}", rejected: true);
                continue;
            }
            if (!seen.Add(id)) continue;
            using var post = new Restatement();
            yield return new(path, post.Set("id", id.ToString()).Set("mediaType", "image").Set("mediaUrl", url).Set("createTime", created).Set("conversationId", conversation).Done());
        }
    }
}
