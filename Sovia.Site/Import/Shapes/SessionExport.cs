using System.Text.Json;
using Sovia.Import.Json;
using Sovia.Library;

namespace Sovia.Import.Shapes;

/// <summary>What a download script kept of one session of generating.</summary>
internal sealed class SessionExport : IExportReader
{
    /// <inheritdoc/>
    public SourceKind Kind => SourceKind.ToolExport;

    /// <inheritdoc/>
    public bool Knows(JsonHead head) => head.HasList("images") && (head.Has("sessionId") || head.Has("images[].filename")) && !head.Has("id", "mediaUrl");

    /// <inheritdoc/>
    public JsonStep At(string place, JsonTokenType token, JsonHead? head) => place switch
    {
        "" or "images" => JsonStep.Enter,
        "images[]" => JsonStep.Take,
        _ => JsonStep.Skip,
    };

    /// <inheritdoc/>
    public IEnumerable<JsonItem> Read(JsonItem item, ReadScope scope) => [item.As(Restatement.Renamed(item.Element, ("url", "mediaUrl")))];
}
