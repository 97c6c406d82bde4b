using System.Text.Json;
using Sovia.Import.Json;
using Sovia.Library;

namespace Sovia.Import.Shapes;

/// <summary>The list of an archiver, as JSON or CSV: <c>uuid, type, ts, prompt, url</c>.</summary>
internal sealed class ArchiverItemsReader : IExportReader
{
    /// <inheritdoc/>
    public SourceKind Kind => SourceKind.ToolExport;

    /// <inheritdoc/>
    public bool CanRead(JsonOutline outline) =>
        JsonRows.HasFields(outline, "items", "uuid", "url")
        && (JsonRows.HasField(outline, "items", "ts") || JsonRows.HasField(outline, "items", "type"));

    /// <inheritdoc/>
    public JsonValueAction GetAction(string pathPattern, JsonTokenType token, JsonOutline? outline) =>
        JsonRows.GetAction(pathPattern, token, outline, "items");

    /// <inheritdoc/>
    public IEnumerable<JsonItem> Read(JsonItem item, ReadContext context) =>
        [item.WithNormalised(NormalisedJsonBuilder.RenameProperties(item.Element, ("uuid", "id"), ("url", "mediaUrl")))];
}
