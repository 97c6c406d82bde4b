using System.Text.Json;
using Sovia.Import.Json;
using Sovia.Library;

namespace Sovia.Import.Shapes;

/// <summary>The maker's account export (<c>prod-grok-backend.json</c>): flat posts, and chats with the pictures made in them.</summary>
internal sealed class AccountExport : IExportReader
{
    /// <inheritdoc/>
    public SourceKind Kind => SourceKind.OfficialExport;

    /// <inheritdoc/>
    public bool Knows(JsonHead head) => head.HasList("conversations") || (head.HasList("media_posts") && !ArchiveViewer.IsKnown(head));

    /// <inheritdoc/>
    public JsonStep At(string place, JsonTokenType token, JsonHead? head) => place switch
    {
        "" or "conversations" or "media_posts" => JsonStep.Enter,
        "conversations[]" or "media_posts[]" => JsonStep.Take,
        _ => JsonStep.Skip,
    };

    /// <inheritdoc/>
    public IEnumerable<JsonItem> Read(JsonItem item, ReadScope scope)
    {
        if (item.Path.StartsWith("$.conversations", StringComparison.Ordinal)) return Chat(item, scope);
        return [.. scope.Once(IssueCode.ExportFlat, "$.media_posts", "The account export knows no lineage, no likes and no addresses, and misses much. Add a recording or the lists of the site to link videos to their stills."), item];
    }

    private static IEnumerable<JsonItem> Chat(JsonItem item, ReadScope scope)
    {
        var index = 0;
        foreach (var entry in item.Element.At("responses").List())
        {
            var response = entry.At("response");
            foreach (var picture in ImageCard.In(response, $"{item.Path}.responses[{index}]", item.Element.At("conversation", "id"), response.At("create_time"), scope)) yield return picture;
            index++;
        }
    }
}
