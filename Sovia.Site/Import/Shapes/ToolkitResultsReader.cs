using System.Text.Json;
using Sovia.Import.Json;
using Sovia.Library;

namespace Sovia.Import.Shapes;

/// <summary>Search results of a toolkit: <c>id, prompt, createTime, url, mediaUrl</c>, where the url is the post's page.</summary>
internal sealed class ToolkitResultsReader : IExportReader
{
    /// <inheritdoc/>
    public SourceKind Kind => SourceKind.ToolExport;

    /// <inheritdoc/>
    public bool CanRead(JsonOutline head) =>
        JsonRows.HasFields(head, "results", "id", "url", "mediaUrl") && !JsonRows.HasField(head, "results", "mediaType");

    /// <inheritdoc/>
    public JsonValueAction GetAction(string place, JsonTokenType token, JsonOutline? head) =>
        JsonRows.GetAction(place, token, head, "results");
}
