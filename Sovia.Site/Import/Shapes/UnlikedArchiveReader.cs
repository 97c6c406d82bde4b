using System.Text.Json;
using Sovia.Import.Json;
using Sovia.Library;

namespace Sovia.Import.Shapes;

/// <summary>The archive that a tool keeps of posts whose likes it removed.</summary>
internal sealed class UnlikedArchiveReader : IExportReader
{
    /// <inheritdoc/>
    public SourceKind Kind => SourceKind.ToolExport;

    /// <inheritdoc/>
    public bool CanRead(JsonOutline head) => JsonRows.HasFields(head, "posts", "unlikedAt", "id");

    /// <inheritdoc/>
    public JsonValueAction GetAction(string place, JsonTokenType token, JsonOutline? head) =>
        JsonRows.GetAction(place, token, head, "posts");

    /// <inheritdoc/>
    public IEnumerable<JsonItem> Read(JsonItem item, ReadContext scope)
    {
        var row = item.Element;
        using var builder = new NormalisedJsonBuilder();
        foreach (var name in new[] { "id", "prompt", "thumbnailImageUrl", "mediaUrl", "mediaType", "createTime" })
            builder.Set(name, row.GetPath(name));
        return [item.WithNormalised(builder.Set("isLiked", false).Build()) with
            { ObservedAt = SourceTime.Read(row.GetPath("unlikedAt")) }];
    }
}
