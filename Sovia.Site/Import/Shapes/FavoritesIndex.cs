using System.Text.Json;
using Sovia.Import.Json;
using Sovia.Library;

namespace Sovia.Import.Shapes;

/// <summary>The index of the favourites search (JSON versions 3 to 5, and its CSV): flat rows that name their parents.</summary>
internal sealed class FavoritesIndex : IExportReader
{
    /// <inheritdoc/>
    public SourceKind Kind => SourceKind.ToolExport;

    /// <inheritdoc/>
    public bool Knows(JsonHead head) => JsonRows.Have(head, "posts", "isChild") && !JsonRows.Have(head, "posts", "childPosts");

    /// <inheritdoc/>
    public JsonStep At(string place, JsonTokenType token, JsonHead? head) => JsonRows.At(place, token, head, "posts");

    /// <inheritdoc/>
    public IEnumerable<JsonItem> Read(JsonItem item, ReadScope scope)
    {
        var row = item.Element;
        // Some rows of children know only the root they hang under.
        return [row.At("isChild").IsTrue() && string.IsNullOrEmpty(row.At("parentId").Text())
            ? item.As(Restatement.Renamed(row, ("rootId", "parentId"), ("parentId", "noParentId"))) : item];
    }
}
