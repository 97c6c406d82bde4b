using System.Text.Json;
using Sovia.Import.Json;
using Sovia.Library;

namespace Sovia.Import.Shapes;

/// <summary>The export of an archive viewer, which borrows the account export's name for its list but has addresses in it.</summary>
internal sealed class ArchiveViewer : IExportReader
{
    /// <inheritdoc/>
    public SourceKind Kind => SourceKind.ToolExport;

    /// <inheritdoc/>
    public bool Knows(JsonHead head) => IsKnown(head);

    /// <summary>True for its list, and not for the account export's.</summary>
    public static bool IsKnown(JsonHead head) => head.Has("media_posts[].url") && !head.Has("media_posts[].user_id");

    /// <inheritdoc/>
    public JsonStep At(string place, JsonTokenType token, JsonHead? head) => JsonRows.At(place, token, head, "media_posts");

    /// <inheritdoc/>
    public IEnumerable<JsonItem> Read(JsonItem item, ReadScope scope) => [item.As(Restatement.Renamed(item.Element, ("url", "mediaUrl")))];
}
