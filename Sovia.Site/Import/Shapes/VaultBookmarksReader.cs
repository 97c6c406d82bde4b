using System.Text.Json;
using Sovia.Import.Json;
using Sovia.Library;

namespace Sovia.Import.Shapes;

/// <summary>The bookmarks of a vault extension: links to posts with a title and tags. Their ids are the extension's own.</summary>
internal sealed class VaultBookmarksReader : IExportReader
{
    /// <inheritdoc/>
    public SourceKind Kind => SourceKind.Link;

    /// <inheritdoc/>
    public bool CanRead(JsonOutline outline) =>
        JsonRows.HasField(outline, "links", "url")
            && (JsonRows.HasField(outline, "links", "tags") || JsonRows.HasField(outline, "links", "addedAt"))
        && !JsonRows.HasField(outline, "links", "mediaUrl");

    /// <inheritdoc/>
    public JsonValueAction GetAction(string pathPattern, JsonTokenType token, JsonOutline? outline) =>
        JsonRows.GetAction(pathPattern, token, outline, "links");

    /// <inheritdoc/>
    public IEnumerable<JsonItem> Read(JsonItem item, ReadContext context) =>
        [item.WithNormalised(NormalisedJsonBuilder.RenameProperties(item.Element, ("id", "vaultId"), ("url", "link")))];
}
