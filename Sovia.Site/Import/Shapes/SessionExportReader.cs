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
    public bool CanRead(JsonOutline outline) =>
        outline.HasArray("images") && (outline.HasAny("sessionId") || outline.HasAny("images[].filename"))
            && !outline.HasAny("id", "mediaUrl");

    /// <inheritdoc/>
    public JsonValueAction GetAction(string pathPattern, JsonTokenType token, JsonOutline? outline) => pathPattern switch
    {
        "" or "images" => JsonValueAction.Enter,
        "images[]" => JsonValueAction.ReadItem,
        _ => JsonValueAction.Skip,
    };

    /// <inheritdoc/>
    public IEnumerable<JsonItem> Read(JsonItem item, ReadContext context) =>
        [item.WithNormalised(NormalisedJsonBuilder.RenameProperties(item.Element, ("url", "mediaUrl")))];
}
