using System.Text.Json;
using Sovia.Import.Json;
using Sovia.Library;

namespace Sovia.Import.Shapes;

/// <summary>Search results of a toolkit: <c>id, prompt, createTime, url, mediaUrl</c>, where the url is the post's page.</summary>
internal sealed class ToolkitResults : IExportReader
{
    /// <inheritdoc/>
    public SourceKind Kind => SourceKind.ToolExport;

    /// <inheritdoc/>
    public bool Knows(JsonHead head) => JsonRows.HaveAll(head, "results", "id", "url", "mediaUrl") && !JsonRows.Have(head, "results", "mediaType");

    /// <inheritdoc/>
    public JsonStep At(string place, JsonTokenType token, JsonHead? head) => JsonRows.At(place, token, head, "results");
}
