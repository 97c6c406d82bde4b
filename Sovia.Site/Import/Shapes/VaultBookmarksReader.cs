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
    public bool CanRead(JsonOutline head) =>
        JsonRows.HasField(head, "links", "url") && (JsonRows.HasField(head, "links", "tags") || JsonRows.HasField(head, "links", "addedAt"))
        && !JsonRows.HasField(head, "links", "mediaUrl");

    /// <inheritdoc/>
    public JsonValueAction GetAction(string place, JsonTokenType token, JsonOutline? head) =>
        JsonRows.GetAction(place, token, head, "links");

    /// <inheritdoc/>
    public IEnumerable<JsonItem> Read(JsonItem item, ReadContext scope) =>
        [item.WithNormalised(NormalisedJsonBuilder.RenameProperties(item.Element, ("id", "vaultId"), ("url", "link")))];
}
