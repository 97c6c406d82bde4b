using System.Text.Json;
using Sovia.Import.Json;
using Sovia.Library;

namespace Sovia.Import.Shapes;

/// <summary>The index of a favourites search tool (JSON versions 3 to 5, and its CSV): flat rows that name their parents.</summary>
internal sealed class FavoritesIndexReader : IExportReader
{
    /// <inheritdoc/>
    public SourceKind Kind => SourceKind.ToolExport;

    /// <inheritdoc/>
    public bool CanRead(JsonOutline outline) =>
        JsonRows.HasField(outline, "posts", "isChild") && !JsonRows.HasField(outline, "posts", "childPosts");

    /// <inheritdoc/>
    public JsonValueAction GetAction(string pathPattern, JsonTokenType token, JsonOutline? outline) =>
        JsonRows.GetAction(pathPattern, token, outline, "posts");

    /// <inheritdoc/>
    public IEnumerable<JsonItem> Read(JsonItem item, ReadContext context)
    {
        var row = item.Element;
        // Some rows of children name only the root of their family, which then serves as the parent.
        return [row.GetPath("isChild").IsTrue() && string.IsNullOrEmpty(row.GetPath("parentId").GetStringOrNull())
            ? item.WithNormalised(NormalisedJsonBuilder.RenameProperties(row, ("rootId", "parentId"), ("parentId", "noParentId"))) : item];
    }
}
