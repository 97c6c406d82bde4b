using System.Text.Json;
using Sovia.Import.Json;
using Sovia.Library;

namespace Sovia.Import.Shapes;

/// <summary>
/// A browser's recording of a session. Of each exchange only the answer's body is looked at, and of the request what kind of list was
/// asked for. Cookies, headers and query strings are read by nobody, kept nowhere and named in no issue.
/// </summary>
internal sealed class HarRecording : IExportReader
{
    /// <inheritdoc/>
    public SourceKind Kind => SourceKind.List;

    /// <inheritdoc/>
    public bool HoldsBytes => true;

    /// <inheritdoc/>
    public bool Knows(JsonHead head) => head.HasList("log.entries") || head.Has("log.creator.name", "log.version");

    /// <inheritdoc/>
    public JsonStep At(string place, JsonTokenType token, JsonHead? head) => place switch
    {
        "" or "log" or "log.entries" => JsonStep.Enter,
        "log.entries[]" => JsonStep.Take,
        _ => JsonStep.Skip,
    };

    /// <inheritdoc/>
    public IEnumerable<JsonItem> Read(JsonItem item, ReadScope scope)
    {
        var entry = new HarEntry(item.Element);
        IEnumerable<JsonItem> read = [.. HarFrames.In(item, entry, scope), .. entry.IsOfTheSite ? Answer(item.Path, entry, scope) : HarMedia.In(item.Path, entry, scope)];
        return entry.HoldsSecrets
            ? read.Concat(scope.Once(IssueCode.HarSecrets, "$.log.entries", "The HAR file contains sign-in data. Sovia stored none of it. Don't share the file, and export without sensitive data next time."))
            : read;
    }

    private static IEnumerable<JsonItem> Answer(string path, HarEntry entry, ReadScope scope)
    {
        if (entry.Feed is not { } feed) return [];
        if (feed.IsPublic) return [scope.Issue(IssueCode.HarPublicFeed, path, "Public feed page: other people's posts are skipped.")];
        if (entry.Text(scope.Limits.ItemBytes) is not { } body)
            return [scope.Issue(IssueCode.HarNoBody, path, "The response has no content. Record with \"Preserve log\" on, keep developer tools open while scrolling, and export with content.")];
        var inner = new ReadScope(scope.File, scope.Limits, entry.StartedAt);
        // All bytes are at hand, so that nothing blocks.
        var read = new JsonItemReader(new MemoryStream(body.Bytes), inner).ReadAsync(CancellationToken.None).ToBlockingEnumerable()
            .Where(read => read.Issue?.Code is not (IssueCode.Empty or IssueCode.UnknownShape))
            .Select(read => Placed(read, path) with
            {
                ListedAsLiked = feed.IsLiked,
                Kind = read.Kind == SourceKind.List && feed.IsSingle ? SourceKind.Detail : read.Kind,
            });
        return body.IsCut ? WithCut(read, path, scope) : read;
    }

    // A cut may fall between two values, where nothing else would show it.
    private static IEnumerable<JsonItem> WithCut(IEnumerable<JsonItem> items, string path, ReadScope scope)
    {
        var isTold = false;
        foreach (var item in items)
        {
            isTold |= item.Issue?.Code == IssueCode.Truncated;
            yield return item;
        }
        if (!isTold) yield return scope.Issue(IssueCode.Truncated, $"{path}.response.content.text", "The content of this response is cut off. Everything before that was imported.", rejected: true);
    }

    private static JsonItem Placed(JsonItem read, string path)
    {
        var place = $"{path}.response.content.text{read.Path[1..]}";
        return read with { Path = place, Issue = read.Issue is { } issue ? issue with { Path = place } : null };
    }
}
