using System.Text.Json;
using Sovia.Import.Json;
using Sovia.Library;

namespace Sovia.Import.Shapes;

/// <summary>The manifest of an export script, one file a line, and its table of videos (<c>create_time, prompt, link</c>).</summary>
internal sealed class ExportManifestReader : IExportReader
{
    private const string Files = "files";

    /// <inheritdoc/>
    public SourceKind Kind => SourceKind.ToolExport;

    /// <inheritdoc/>
    public bool CanRead(JsonOutline head) => JsonRows.HasFields(head, Files, "id", "kind", "source")
        || (JsonRows.HasFields(head, Files, "create_time", "link") && !JsonRows.HasField(head, Files, "id"));

    /// <inheritdoc/>
    public JsonValueAction GetAction(string place, JsonTokenType token, JsonOutline? head) => JsonRows.GetAction(place, token, head, Files);

    /// <inheritdoc/>
    public IEnumerable<JsonItem> Read(JsonItem item, ReadContext scope)
    {
        var row = item.Element;
        if (row.GetPath("kind").ValueKind == JsonValueKind.Undefined) return [item];
        using var post = new NormalisedJsonBuilder();
        foreach (var name in new[] { "id", "createTime", "prompt" }) post.Set(name, row.GetPath(name));
        return [item.WithNormalised(post.Set("mediaType", row.GetPath("kind"))
            .Set("isUploaded", row.GetPath("source").GetStringOrNull() == "file_attachment" ? true : null).Build())];
    }
}
