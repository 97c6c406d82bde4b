using System.Text.Json;
using Sovia.Import.Json;
using Sovia.Library;
using Sovia.Library.Urls;

namespace Sovia.Import.Shapes;

/// <summary>
/// The bookmarks of a browser in nested folders, as stored by Chromium (<c>roots</c>, <c>url</c>) or backed up by Firefox
/// (<c>children</c>, <c>uri</c>).
/// </summary>
internal sealed class BookmarkReader : IExportReader
{
    private const int MaxDepth = 128;

    /// <inheritdoc/>
    public SourceKind Kind => SourceKind.Link;

    /// <inheritdoc/>
    public bool CanRead(JsonOutline outline) => outline.Token == JsonTokenType.StartObject
        && (outline.HasAny("roots.bookmark_bar", "roots.other", "roots.synced") || outline.GetText("type") == "text/x-moz-place-container"
            || (outline.HasAny("root", "guid") && outline.HasArray("children")));

    /// <inheritdoc/>
    public JsonValueAction GetAction(string pathPattern, JsonTokenType token, JsonOutline? outline)
    {
        if (token is not (JsonTokenType.StartArray or JsonTokenType.StartObject) || pathPattern.AsSpan().Count('.') > MaxDepth)
            return JsonValueAction.Skip;
        if (token == JsonTokenType.StartArray)
            return pathPattern.Length == 0 || pathPattern.EndsWith("children", StringComparison.Ordinal) ? JsonValueAction.Enter
                : JsonValueAction.Skip;
        if (pathPattern.Length == 0 || pathPattern.StartsWith("roots", StringComparison.Ordinal)
            && !pathPattern.EndsWith("[]", StringComparison.Ordinal))
            return JsonValueAction.Enter;
        return outline is null ? JsonValueAction.Peek : outline.HasAny("url", "uri") ? JsonValueAction.ReadItem : JsonValueAction.Enter;
    }

    /// <inheritdoc/>
    public IEnumerable<JsonItem> Read(JsonItem item, ReadContext context)
    {
        // Bookmarks of other sites are private and not reported.
        if (GrokUrl.Parse(item.Element.GetFirst("url", "uri").GetStringOrNull()) is not { ShouldReport: true } grokUrl) return [];
        if (grokUrl.Id is not { } id)
            return [context.CreateIssue(IssueCode.NoId, item.Path, $"A bookmark. {grokUrl.Description}", rejected: true)];
        using var post = new NormalisedJsonBuilder();
        return [item.WithNormalised(post.Set("id", id.ToString())
            .Set(grokUrl.Kind == GrokUrlKind.Media ? "mediaUrl" : "link", grokUrl.Url).Build())];
    }
}
