using System.Text.Json;
using Sovia.Import.Json;
using Sovia.Library;

namespace Sovia.Import.Shapes;

/// <summary>The export of an archive viewer. Its list has the same name as that of the account export, but contains URLs.</summary>
internal sealed class ArchiveViewerReader : IExportReader
{
    /// <inheritdoc/>
    public SourceKind Kind => SourceKind.ToolExport;

    /// <inheritdoc/>
    public bool CanRead(JsonOutline outline) => IsArchiveViewer(outline);

    /// <summary>True for the list of an archive viewer, false for that of the account export.</summary>
    public static bool IsArchiveViewer(JsonOutline outline) =>
        outline.HasAny("media_posts[].url") && !outline.HasAny("media_posts[].user_id");

    /// <inheritdoc/>
    public JsonValueAction GetAction(string pathPattern, JsonTokenType token, JsonOutline? outline) =>
        JsonRows.GetAction(pathPattern, token, outline, "media_posts");

    /// <inheritdoc/>
    public IEnumerable<JsonItem> Read(JsonItem item, ReadContext context) =>
        [item.WithNormalised(NormalisedJsonBuilder.RenameProperties(item.Element, ("url", "mediaUrl")))];
}
