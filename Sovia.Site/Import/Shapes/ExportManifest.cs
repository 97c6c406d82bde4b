using System.Text.Json;
using Sovia.Import.Json;
using Sovia.Library;

namespace Sovia.Import.Shapes;

/// <summary>The manifest of an export script, a file a line, and its table of videos (<c>create_time, prompt, link</c>).</summary>
internal sealed class ExportManifest : IExportReader
{
    private const string List = "files";

    /// <inheritdoc/>
    public SourceKind Kind => SourceKind.ToolExport;

    /// <inheritdoc/>
    public bool Knows(JsonHead head) => JsonRows.HaveAll(head, List, "id", "kind", "source")
        || (JsonRows.HaveAll(head, List, "create_time", "link") && !JsonRows.Have(head, List, "id"));

    /// <inheritdoc/>
    public JsonStep At(string place, JsonTokenType token, JsonHead? head) => JsonRows.At(place, token, head, List);

    /// <inheritdoc/>
    public IEnumerable<JsonItem> Read(JsonItem item, ReadScope scope)
    {
        var row = item.Element;
        if (row.At("kind").ValueKind == JsonValueKind.Undefined) return [item];
        using var restated = new Restatement();
        foreach (var name in new[] { "id", "createTime", "prompt" }) restated.Set(name, row.At(name));
        return [item.As(restated.Set("mediaType", row.At("kind")).Set("isUploaded", row.At("source").Text() == "file_attachment" ? true : null).Done())];
    }
}
