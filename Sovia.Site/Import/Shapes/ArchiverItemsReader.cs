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
    public bool CanRead(JsonOutline head) =>
        JsonRows.HasFields(head, "items", "uuid", "url")
        && (JsonRows.HasField(head, "items", "ts") || JsonRows.HasField(head, "items", "type"));

    /// <inheritdoc/>
    public JsonValueAction GetAction(string place, JsonTokenType token, JsonOutline? head) =>
        JsonRows.GetAction(place, token, head, "items");

    /// <inheritdoc/>
    public IEnumerable<JsonItem> Read(JsonItem item, ReadContext scope) =>
        [item.WithNormalised(NormalisedJsonBuilder.RenameProperties(item.Element, ("uuid", "id"), ("url", "mediaUrl")))];
}
