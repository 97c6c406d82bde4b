using System.Text.Json;
using Sovia.Import.Json;
using Sovia.Library;

namespace Sovia.Import.Shapes;

/// <summary>
/// A browser's HAR file. Reads only the body of each response, and from the request only which kind of list it asks for. Never stores
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
        IEnumerable<JsonItem> read = [.. HarWebSocketReader.Read(item, entry, scope), .. entry.IsGrokSite ? Answer(item.Path, entry, scope)
            : HarMediaReader.Read(item.Path, entry, scope)];
        return entry.HasSecrets
            ? read.Concat(scope.CreateIssueOnce(IssueCode.HarSecrets, "$.log.entries",
                "The HAR file contains sign-in data. Sovia stored none of it. Don't share the file, and export without sensitive data "
                + "next time."))
            : read;
    }

    private static IEnumerable<JsonItem> Answer(string path, HarEntry entry, ReadContext scope)
    {
        if (entry.Feed is not { } feed) return [];
        if (feed.IsPublic) return [scope.CreateIssue(IssueCode.HarPublicFeed, path, "Public feed page: other people's posts are skipped.")];
        if (entry.ReadTextBody(scope.Limits.ItemBytes) is not { } body)
            return [scope.CreateIssue(IssueCode.HarNoBody, path,
                "The response has no content. Record with \"Preserve log\" on, keep developer tools open while scrolling, and export "
                + "with content.")];
        var inner = new ReadContext(scope.File, scope.Limits, entry.StartedAt);
        // Does not block, because all bytes are in memory.
        var read = new JsonItemReader(new MemoryStream(body.Bytes), inner).ReadAsync(CancellationToken.None).ToBlockingEnumerable()
            .Where(read => read.Issue?.Code is not (IssueCode.Empty or IssueCode.UnknownShape))
            .Select(read => WithEntryPath(read, path) with
            {
                ListedAsLiked = feed.IsLiked,
                Kind = read.Kind == SourceKind.List && feed.IsSingle ? SourceKind.Detail : read.Kind,
            });
        return body.IsTruncated ? WithTruncationIssue(read, path, scope) : read;
    }

    // Content may be truncated between two values, where the JSON reader cannot detect it.
    private static IEnumerable<JsonItem> WithTruncationIssue(IEnumerable<JsonItem> items, string path, ReadContext scope)
    {
        var isTold = false;
        foreach (var item in items)
        {
            isTold |= item.Issue?.Code == IssueCode.Truncated;
            yield return item;
        }
        if (!isTold)
            yield return scope.CreateIssue(IssueCode.Truncated, $"{path}.response.content.text",
                "The content of this response is cut off. Everything before that was imported.", rejected: true);
    }

    private static JsonItem WithEntryPath(JsonItem read, string path)
    {
        var place = $"{path}.response.content.text{read.Path[1..]}";
        return read with { Path = place, Issue = read.Issue is { } issue ? issue with { Path = place } : null };
    }
}
