using System.Text.Json;
using Sovia.Import.Json;
using Sovia.Library;
using Sovia.Library.Urls;

namespace Sovia.Import.Shapes;

/// <summary>The chats with Grok in an archive of X. Only attachments whose URL contains an id become posts.</summary>
internal sealed class XArchiveReader : IExportReader
{
    /// <inheritdoc/>
    public SourceKind Kind => SourceKind.OfficialExport;

    /// <inheritdoc/>
    public bool CanRead(JsonOutline outline) => outline.HasAny("[].grokChatItem");

    /// <inheritdoc/>
    public JsonValueAction GetAction(string pathPattern, JsonTokenType token, JsonOutline? outline) =>
        pathPattern.Length == 0 ? JsonValueAction.Enter : JsonValueAction.ReadItem;

    /// <inheritdoc/>
    public IEnumerable<JsonItem> Read(JsonItem item, ReadContext context)
    {
        var chat = item.Element.GetPath("grokChatItem");
        var index = 0;
        foreach (var attachment in chat.GetPath("attachments").EnumerateItems())
        {
            var path = $"{item.Path}.grokChatItem.attachments[{index++}]";
            if (attachment.GetPath("mimeType").GetStringOrNull() is { } mime && !mime.StartsWith("image/", StringComparison.Ordinal)
                && !mime.StartsWith("video/", StringComparison.Ordinal)) continue;
            if (GrokUrl.ParsePostId(attachment.GetPath("url").GetStringOrNull()) is not { } id)
            {
                yield return context.CreateIssue(IssueCode.NoId, path, "Skipped a chat attachment: its URL has no post ID.",
                    rejected: true);
                continue;
            }
            using var builder = new NormalisedJsonBuilder();
            builder.Set("id", id.ToString()).Set("mediaUrl", attachment.GetPath("url")).Set("mimeType", attachment.GetPath("mimeType"))
                .Set("createTime", chat.GetPath("createdAt"))
                .Set("conversationId", chat.GetPath("chatId"));
            yield return new(path, builder.Build());
        }
    }
}
