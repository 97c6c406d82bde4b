using System.Text.Json;
using Sovia.Import.Json;
using Sovia.Library;
using Sovia.Library.Addresses;

namespace Sovia.Import.Shapes;

/// <summary>The chats with Grok in an archive of X. Only attachments whose address bears an id can become posts.</summary>
internal sealed class XArchive : IExportReader
{
    /// <inheritdoc/>
    public SourceKind Kind => SourceKind.OfficialExport;

    /// <inheritdoc/>
    public bool Knows(JsonHead head) => head.Has("[].grokChatItem");

    /// <inheritdoc/>
    public JsonStep At(string place, JsonTokenType token, JsonHead? head) => place.Length == 0 ? JsonStep.Enter : JsonStep.Take;

    /// <inheritdoc/>
    public IEnumerable<JsonItem> Read(JsonItem item, ReadScope scope)
    {
        var chat = item.Element.At("grokChatItem");
        var index = 0;
        foreach (var attachment in chat.At("attachments").List())
        {
            var path = $"{item.Path}.grokChatItem.attachments[{index++}]";
            if (attachment.At("mimeType").Text() is { } mime && !mime.StartsWith("image/", StringComparison.Ordinal) && !mime.StartsWith("video/", StringComparison.Ordinal)) continue;
            if (PostAddress.IdOf(attachment.At("url").Text()) is not { } id)
            {
                yield return scope.Issue(IssueCode.NoId, path, "An attachment of a chat on X. Its URL has no post ID.", rejected: true);
                continue;
            }
            using var post = new Restatement();
            post.Set("id", id.ToString()).Set("mediaUrl", attachment.At("url")).Set("mimeType", attachment.At("mimeType")).Set("createTime", chat.At("createdAt"))
                .Set("conversationId", chat.At("chatId"));
            yield return new(path, post.Done());
        }
    }
}
