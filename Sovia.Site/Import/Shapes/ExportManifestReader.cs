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
    public bool CanRead(JsonOutline outline) => JsonRows.HasFields(outline, Files, "id", "kind", "source")
        || (JsonRows.HasFields(outline, Files, "create_time", "link") && !JsonRows.HasField(outline, Files, "id"));

    /// <inheritdoc/>
    public JsonValueAction GetAction(string pathPattern, JsonTokenType token, JsonOutline? outline) =>
        JsonRows.GetAction(pathPattern, token, outline, Files);

    /// <inheritdoc/>
    public IEnumerable<JsonItem> Read(JsonItem item, ReadContext context)
    {
        var row = item.Element;
        if (row.GetPath("kind").ValueKind == JsonValueKind.Undefined) return [item];
        using var post = new NormalisedJsonBuilder();
        foreach (var name in new[] { "id", "createTime", "prompt" }) post.Set(name, row.GetPath(name));
        return [item.WithNormalised(post.Set("mediaType", row.GetPath("kind"))
            .Set("isUploaded", row.GetPath("source").GetStringOrNull() == "file_attachment" ? true : null).Build())];
    }
}
