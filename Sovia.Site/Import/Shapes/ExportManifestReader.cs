using System.Text.Json;
using Sovia.Import.Json;
using Sovia.Library;

namespace Sovia.Import.Shapes;

/// <summary>The manifest of an export script, one file a line, and its table of videos (<c>create_time, prompt, link</c>).</summary>
internal sealed class ExportManifestReader : IExportReader
{
    private const string List = "files";

    /// <inheritdoc/>
    public SourceKind Kind => SourceKind.ToolExport;

    /// <inheritdoc/>
    public bool CanRead(JsonOutline head) => JsonRows.HasFields(head, List, "id", "kind", "source")
        || (JsonRows.HasFields(head, List, "create_time", "link") && !JsonRows.HasField(head, List, "id"));

    /// <inheritdoc/>
    public JsonValueAction GetAction(string place, JsonTokenType token, JsonOutline? head) => JsonRows.GetAction(place, token, head, List);

    /// <inheritdoc/>
    public IEnumerable<JsonItem> Read(JsonItem item, ReadContext scope)
    {
        var row = item.Element;
        if (row.GetPath("kind").ValueKind == JsonValueKind.Undefined) return [item];
        using var restated = new NormalisedJsonBuilder();
        foreach (var name in new[] { "id", "createTime", "prompt" }) restated.Set(name, row.GetPath(name));
        return [item.WithNormalised(restated.Set("mediaType", row.GetPath("kind"))
            .Set("isUploaded", row.GetPath("source").GetStringOrNull() == "file_attachment" ? true : null).Build())];
    }
}
