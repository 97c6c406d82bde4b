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
    public bool CanRead(JsonOutline outline) => JsonRows.HasFields(outline, "posts", "unlikedAt", "id");

    /// <inheritdoc/>
    public JsonValueAction GetAction(string pathPattern, JsonTokenType token, JsonOutline? outline) =>
        JsonRows.GetAction(pathPattern, token, outline, "posts");

    /// <inheritdoc/>
    public IEnumerable<JsonItem> Read(JsonItem item, ReadContext context)
    {
        var row = item.Element;
        using var builder = new NormalisedJsonBuilder();
        foreach (var name in new[] { "id", "prompt", "thumbnailImageUrl", "mediaUrl", "mediaType", "createTime" })
            builder.Set(name, row.GetPath(name));
        return [item.WithNormalised(builder.Set("isLiked", false).Build()) with
            { ObservedAt = SourceTime.Read(row.GetPath("unlikedAt")) }];
    }
}
