using System.Text.Json;
using Sovia.Import.Json;
using Sovia.Library;

namespace Sovia.Import.Shapes;

/// <summary>
/// A browser's HAR file. Reads only the body of each response, and from the request only the kind of list requested. Never stores
/// cookies, headers or query strings, and quotes none of them in an issue.
/// </summary>
internal sealed class HarReader : IExportReader
{
    /// <inheritdoc/>
    public SourceKind Kind => SourceKind.List;

    /// <inheritdoc/>
    public bool HasEmbeddedFiles => true;

    /// <inheritdoc/>
    public bool CanRead(JsonOutline head) => head.HasArray("log.entries") || head.HasAny("log.creator.name", "log.version");

    /// <inheritdoc/>
    public JsonValueAction GetAction(string place, JsonTokenType token, JsonOutline? head) => place switch
    {
        "" or "log" or "log.entries" => JsonValueAction.Enter,
        "log.entries[]" => JsonValueAction.ReadItem,
        _ => JsonValueAction.Skip,
    };

    /// <inheritdoc/>
    public IEnumerable<JsonItem> Read(JsonItem item, ReadContext scope)
    {
        var entry = new HarEntry(item.Element);
        IEnumerable<JsonItem> items = [.. HarWebSocketReader.Read(item, entry, scope), .. entry.IsGrokSite ? Decode(item.Path, entry, scope)
            : HarMediaReader.Read(item.Path, entry, scope)];
        return entry.HasSecrets
            ? items.Concat(scope.CreateIssueOnce(IssueCode.HarSecrets, "$.log.entries",
                "The HAR file contains sign-in data. Sovia stored none of it. Don't share the file, and export without sensitive data "
                + "next time."))
            : items;
    }

    private static IEnumerable<JsonItem> Decode(string path, HarEntry entry, ReadContext scope)
    {
        if (entry.Feed is not { } feed) return [];
        if (feed.IsPublic) return [scope.CreateIssue(IssueCode.HarPublicFeed, path, "Public feed page: other people's posts are skipped.")];
        if (entry.ReadTextBody(scope.Limits.ItemBytes) is not { } body)
            return [scope.CreateIssue(IssueCode.HarNoBody, path,
                "The response has no content. Record with \"Preserve log\" on, keep developer tools open while scrolling, and export "
                + "with content.")];
        var innerScope = new ReadContext(scope.File, scope.Limits, entry.StartedAt);
        // Does not block, because all bytes are in memory.
        var items = new JsonItemReader(new MemoryStream(body.Bytes), innerScope).ReadAsync(CancellationToken.None).ToBlockingEnumerable()
            .Where(item => item.Issue?.Code is not (IssueCode.Empty or IssueCode.UnknownShape))
            .Select(item => WithEntryPath(item, path) with
            {
                ListedAsLiked = feed.IsLiked,
                Kind = item.Kind == SourceKind.List && feed.IsSingle ? SourceKind.Detail : item.Kind,
            });
        return body.IsTruncated ? WithTruncationIssue(items, path, scope) : items;
    }

    // Content may be truncated between two values, where the JSON reader cannot detect it.
    private static IEnumerable<JsonItem> WithTruncationIssue(IEnumerable<JsonItem> items, string path, ReadContext scope)
    {
        var hasIssue = false;
        foreach (var item in items)
        {
            hasIssue |= item.Issue?.Code == IssueCode.Truncated;
            yield return item;
        }
        if (!hasIssue)
            yield return scope.CreateIssue(IssueCode.Truncated, $"{path}.response.content.text",
                "The content of this response is cut off. Everything before that was imported.", rejected: true);
    }

    private static JsonItem WithEntryPath(JsonItem item, string path)
    {
        var fullPath = $"{path}.response.content.text{item.Path[1..]}";
        return item with { Path = fullPath, Issue = item.Issue is { } issue ? issue with { Path = fullPath } : null };
    }
}
