using System.Text.Json;
using Sovia.Import.Json;
using Sovia.Library;

namespace Sovia.Import.Shapes;

/// <summary>The list of an archiver, as JSON or CSV: <c>uuid, type, ts, prompt, url</c>.</summary>
internal sealed class ArchiverItems : IExportReader
{
    /// <inheritdoc/>
    public SourceKind Kind => SourceKind.ToolExport;

    /// <inheritdoc/>
    public bool Knows(JsonHead head) => JsonRows.HaveAll(head, "items", "uuid", "url") && (JsonRows.Have(head, "items", "ts") || JsonRows.Have(head, "items", "type"));

    /// <inheritdoc/>
    public JsonStep At(string place, JsonTokenType token, JsonHead? head) => JsonRows.At(place, token, head, "items");

    /// <inheritdoc/>
    public IEnumerable<JsonItem> Read(JsonItem item, ReadScope scope) => [item.As(Restatement.Renamed(item.Element, ("uuid", "id"), ("url", "mediaUrl")))];
}
