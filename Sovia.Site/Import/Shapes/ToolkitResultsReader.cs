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
    public bool CanRead(JsonOutline outline) =>
        JsonRows.HasFields(outline, "results", "id", "url", "mediaUrl") && !JsonRows.HasField(outline, "results", "mediaType");

    /// <inheritdoc/>
    public JsonValueAction GetAction(string pathPattern, JsonTokenType token, JsonOutline? outline) =>
        JsonRows.GetAction(pathPattern, token, outline, "results");
}
