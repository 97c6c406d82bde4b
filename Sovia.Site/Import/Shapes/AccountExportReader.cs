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
    public bool CanRead(JsonOutline outline) =>
        outline.HasArray("conversations") || (outline.HasArray("media_posts") && !ArchiveViewerReader.IsArchiveViewer(outline));

    /// <inheritdoc/>
    public JsonValueAction GetAction(string pathPattern, JsonTokenType token, JsonOutline? outline) => pathPattern switch
    {
        "" or "conversations" or "media_posts" => JsonValueAction.Enter,
        "conversations[]" or "media_posts[]" => JsonValueAction.ReadItem,
        _ => JsonValueAction.Skip,
    };

    /// <inheritdoc/>
    public IEnumerable<JsonItem> Read(JsonItem item, ReadContext context)
    {
        if (item.Path.StartsWith("$.conversations", StringComparison.Ordinal)) return ReadChat(item, context);
        return [.. context.CreateIssueOnce(IssueCode.ExportFlat, "$.media_posts",
            "The account export has no likes, video URLs or stack information. Also import a HAR file or a console export."), item];
    }

    private static IEnumerable<JsonItem> ReadChat(JsonItem item, ReadContext context)
    {
        var index = 0;
        foreach (var entry in item.Element.GetPath("responses").EnumerateItems())
        {
            var response = entry.GetPath("response");
            foreach (var image in ChatImageReader.Read(response, $"{item.Path}.responses[{index}]",
                item.Element.GetPath("conversation", "id"), response.GetPath("create_time"), context)) yield return image;
            index++;
        }
    }
}
