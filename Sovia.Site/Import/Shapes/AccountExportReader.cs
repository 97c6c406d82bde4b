using System.Text.Json;
using Sovia.Import.Json;
using Sovia.Library;

namespace Sovia.Import.Shapes;

/// <summary>xAI's account export (<c>prod-grok-backend.json</c>): flat posts, and chats with the images made in them.</summary>
internal sealed class AccountExportReader : IExportReader
{
    /// <inheritdoc/>
    public SourceKind Kind => SourceKind.OfficialExport;

    /// <inheritdoc/>
    public bool CanRead(JsonOutline head) =>
        head.HasArray("conversations") || (head.HasArray("media_posts") && !ArchiveViewerReader.IsArchiveViewer(head));

    /// <inheritdoc/>
    public JsonValueAction GetAction(string place, JsonTokenType token, JsonOutline? head) => place switch
    {
        "" or "conversations" or "media_posts" => JsonValueAction.Enter,
        "conversations[]" or "media_posts[]" => JsonValueAction.ReadItem,
        _ => JsonValueAction.Skip,
    };

    /// <inheritdoc/>
    public IEnumerable<JsonItem> Read(JsonItem item, ReadContext scope)
    {
        if (item.Path.StartsWith("$.conversations", StringComparison.Ordinal)) return ReadChat(item, scope);
        return [.. scope.CreateIssueOnce(IssueCode.ExportFlat, "$.media_posts",
            "The account export has no likes, video URLs or stack information. Also import a HAR file or a console export."), item];
    }

    private static IEnumerable<JsonItem> ReadChat(JsonItem item, ReadContext scope)
    {
        var index = 0;
        foreach (var entry in item.Element.GetPath("responses").EnumerateItems())
        {
            var response = entry.GetPath("response");
            foreach (var image in ChatImageReader.Read(response, $"{item.Path}.responses[{index}]",
                item.Element.GetPath("conversation", "id"), response.GetPath("create_time"), scope)) yield return image;
            index++;
        }
    }
}
