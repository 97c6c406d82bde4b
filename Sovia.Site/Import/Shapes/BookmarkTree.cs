using System.Text.Json;
using Sovia.Import.Json;
using Sovia.Library;
using Sovia.Library.Addresses;

namespace Sovia.Import.Shapes;

/// <summary>The bookmarks of a browser: folders in folders, as Chromium keeps them (<c>roots</c>, <c>url</c>) and Firefox backs them up (<c>children</c>, <c>uri</c>).</summary>
internal sealed class BookmarkTree : IExportReader
{
    private const int Deepest = 128;

    /// <inheritdoc/>
    public SourceKind Kind => SourceKind.Link;

    /// <inheritdoc/>
    public bool Knows(JsonHead head) => head.Token == JsonTokenType.StartObject
        && (head.Has("roots.bookmark_bar", "roots.other", "roots.synced") || head.Text("type") == "text/x-moz-place-container" || (head.Has("root", "guid") && head.HasList("children")));

    /// <inheritdoc/>
    public JsonStep At(string place, JsonTokenType token, JsonHead? head)
    {
        if (token is not (JsonTokenType.StartArray or JsonTokenType.StartObject) || place.AsSpan().Count('.') > Deepest) return JsonStep.Skip;
        if (token == JsonTokenType.StartArray) return place.Length == 0 || place.EndsWith("children", StringComparison.Ordinal) ? JsonStep.Enter : JsonStep.Skip;
        if (place.Length == 0 || place.StartsWith("roots", StringComparison.Ordinal) && !place.EndsWith("[]", StringComparison.Ordinal)) return JsonStep.Enter;
        return head is null ? JsonStep.Look : head.Has("url", "uri") ? JsonStep.Take : JsonStep.Enter;
    }

    /// <inheritdoc/>
    public IEnumerable<JsonItem> Read(JsonItem item, ReadScope scope)
    {
        // Bookmarks of other sites are nobody's business.
        if (PostAddress.Read(item.Element.Any("url", "uri").Text()) is not { IsNoteworthy: true } address) return [];
        if (address.Id is not { } id) return [scope.Issue(IssueCode.NoId, item.Path, $"A bookmark. {address.Description}", rejected: true)];
        using var restated = new Restatement();
        return [item.As(restated.Set("id", id.ToString()).Set(address.Kind == AddressKind.Media ? "mediaUrl" : "link", address.Url).Done())];
    }
}
