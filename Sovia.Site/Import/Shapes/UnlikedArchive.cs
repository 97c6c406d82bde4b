using System.Text.Json;
using Sovia.Import.Json;
using Sovia.Library;

namespace Sovia.Import.Shapes;

/// <summary>What a tool kept of posts while it took back their likes.</summary>
internal sealed class UnlikedArchive : IExportReader
{
    /// <inheritdoc/>
    public SourceKind Kind => SourceKind.ToolExport;

    /// <inheritdoc/>
    public bool Knows(JsonHead head) => JsonRows.HaveAll(head, "posts", "unlikedAt", "id");

    /// <inheritdoc/>
    public JsonStep At(string place, JsonTokenType token, JsonHead? head) => JsonRows.At(place, token, head, "posts");

    /// <inheritdoc/>
    public IEnumerable<JsonItem> Read(JsonItem item, ReadScope scope)
    {
        var row = item.Element;
        using var restated = new Restatement();
        foreach (var name in new[] { "id", "prompt", "thumbnailImageUrl", "mediaUrl", "mediaType", "createTime" }) restated.Set(name, row.At(name));
        return [item.As(restated.Set("isLiked", false).Done()) with { ObservedAt = SourceTime.Read(row.At("unlikedAt")) }];
    }
}
