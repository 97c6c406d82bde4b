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
    public bool CanRead(JsonOutline outline) => outline.HasArray("log.entries") || outline.HasAny("log.creator.name", "log.version");

    /// <inheritdoc/>
    public JsonValueAction GetAction(string pathPattern, JsonTokenType token, JsonOutline? outline) => pathPattern switch
    {
        "" or "log" or "log.entries" => JsonValueAction.Enter,
        "log.entries[]" => JsonValueAction.ReadItem,
        _ => JsonValueAction.Skip,
    };

    /// <inheritdoc/>
    public IEnumerable<JsonItem> Read(JsonItem item, ReadContext context)
    {
        var entry = new HarEntry(item.Element);
        IEnumerable<JsonItem> items =
            [.. HarWebSocketReader.Read(item, entry, context), .. entry.IsGrokSite ? Decode(item.Path, entry, context)
            : HarMediaReader.Read(item.Path, entry, context)];
        return entry.HasSecrets
            ? items.Concat(context.CreateIssueOnce(IssueCode.HarSecrets, "$.log.entries",
                "The HAR file contains sign-in data. Sovia stored none of it. Don't share the file, and export without sensitive data "
                + "next time."))
            : items;
    }

    private static IEnumerable<JsonItem> Decode(string path, HarEntry entry, ReadContext context)
    {
        if (entry.Feed is not { } feed) return [];
        if (feed.IsPublic) return [context.CreateIssue(IssueCode.HarPublicFeed, path,
            "Public feed page: other people's posts are skipped.")];
        if (entry.ReadTextBody(context.Limits.ItemBytes) is not { } body)
            return [context.CreateIssue(IssueCode.HarNoBody, path,
                "The response has no content. Record with \"Preserve log\" on, keep developer tools open while scrolling, and export "
                + "with content.")];
        var innerScope = new ReadContext(context.File, context.Limits, entry.StartedAt);
        // Does not block, because all bytes are in memory.
        var items = new JsonItemReader(new MemoryStream(body.Bytes), innerScope).ReadAsync(CancellationToken.None).ToBlockingEnumerable()
            .Where(item => item.Issue?.Code is not (IssueCode.Empty or IssueCode.UnknownShape))
            .Select(item => WithEntryPath(item, path) with
            {
                ListedAsLiked = feed.IsLiked,
                Kind = item.Kind == SourceKind.List && feed.IsSingle ? SourceKind.Detail : item.Kind,
            });
        return body.IsTruncated ? WithTruncationIssue(items, path, context) : items;
    }

    // Content may be truncated between two values, where the JSON reader cannot detect it.
    private static IEnumerable<JsonItem> WithTruncationIssue(IEnumerable<JsonItem> items, string path, ReadContext context)
    {
        var hasIssue = false;
        foreach (var item in items)
        {
            hasIssue |= item.Issue?.Code == IssueCode.Truncated;
            yield return item;
        }
        if (!hasIssue)
            yield return context.CreateIssue(IssueCode.Truncated, $"{path}.response.content.text",
                "The content of this response is cut off. Everything before that was imported.", rejected: true);
    }

    private static JsonItem WithEntryPath(JsonItem item, string path)
    {
        var fullPath = $"{path}.response.content.text{item.Path[1..]}";
        return item with { Path = fullPath, Issue = item.Issue is { } issue ? issue with { Path = fullPath } : null };
    }
}
