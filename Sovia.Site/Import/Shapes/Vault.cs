using System.Text.Json;
using Sovia.Import.Json;
using Sovia.Library;

namespace Sovia.Import.Shapes;

/// <summary>The bookmarks of a vault extension: links to posts with a title and tags. Their ids are the vault's own.</summary>
internal sealed class Vault : IExportReader
{
    /// <inheritdoc/>
    public SourceKind Kind => SourceKind.Link;

    /// <inheritdoc/>
    public bool Knows(JsonHead head) => JsonRows.Have(head, "links", "url") && (JsonRows.Have(head, "links", "tags") || JsonRows.Have(head, "links", "addedAt"))
        && !JsonRows.Have(head, "links", "mediaUrl");

    /// <inheritdoc/>
    public JsonStep At(string place, JsonTokenType token, JsonHead? head) => JsonRows.At(place, token, head, "links");

    /// <inheritdoc/>
    public IEnumerable<JsonItem> Read(JsonItem item, ReadScope scope) => [item.As(Restatement.Renamed(item.Element, ("id", "vaultId"), ("url", "link")))];
}
