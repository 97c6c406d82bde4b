using System.Text.Json;
using Sovia.Import.Json;
using Sovia.Library;

namespace Sovia.Import.Shapes;

/// <summary>The record that a download script keeps of one generation session.</summary>
internal sealed class SessionExportReader : IExportReader
{
    /// <inheritdoc/>
    public SourceKind Kind => SourceKind.ToolExport;

    /// <inheritdoc/>
    public bool CanRead(JsonOutline head) =>
        head.HasArray("images") && (head.HasAny("sessionId") || head.HasAny("images[].filename")) && !head.HasAny("id", "mediaUrl");

    /// <inheritdoc/>
    public JsonValueAction GetAction(string place, JsonTokenType token, JsonOutline? head) => place switch
    {
        "" or "images" => JsonValueAction.Enter,
        "images[]" => JsonValueAction.ReadItem,
        _ => JsonValueAction.Skip,
    };

    /// <inheritdoc/>
    public IEnumerable<JsonItem> Read(JsonItem item, ReadContext scope) =>
        [item.WithNormalised(NormalisedJsonBuilder.RenameProperties(item.Element, ("url", "mediaUrl")))];
}
