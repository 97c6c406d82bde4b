using System.Text.Json;
using Sovia.Import.Json;
using Sovia.Library;

namespace Sovia.Import.Shapes;

/// <summary>
/// Pages of posts from Grok's API (<c>post/list</c>, <c>post/get</c>, <c>bulk-get</c>), with or without wrappers, and bare lists of posts.
/// </summary>
internal sealed class GrokApiPageReader : IExportReader
{
    private static readonly string[] Keys = ["id", "postId", "mediaUrl", "media_url", "mediaType", "media_type", "link", "url", "videoUrl",
        "childPosts", "prompt"];

    /// <inheritdoc/>
    public SourceKind Kind => SourceKind.List;

    /// <inheritdoc/>
    public bool CanRead(JsonOutline head) => head.Token switch
    {
        JsonTokenType.StartArray => HasPostFields(head, "[]") || head.PathPatterns.Any(pattern => IsPostList(head, pattern)),
        JsonTokenType.StartObject => head.PathPatterns.Any(pattern => IsPostList(head, pattern)
            || (PageWrappers.GetLastName(pattern) is "post" && head.HasToken(pattern, JsonTokenType.StartObject)
                && PageWrappers.IsWrapperPath(pattern))),
        _ => false,
    };

    /// <inheritdoc/>
    public JsonValueAction GetAction(string place, JsonTokenType token, JsonOutline? head) => PageWrappers.GetAction(place, token, head);

    /// <inheritdoc/>
    public IEnumerable<JsonItem> Read(JsonItem item, ReadContext scope) =>
        [item with { Kind = item.Path.EndsWith(".post", StringComparison.Ordinal) ? SourceKind.Detail : SourceKind.List }];

    private static bool IsPostList(JsonOutline head, string pattern) => head.HasArray(pattern) && PageWrappers.IsWrapperPath(pattern)
        && (PageWrappers.GetLastName(pattern) is "posts" or "mediaPosts" || HasPostFields(head, pattern + "[]"));

    // An empty list is an empty page; a list of objects must have some property of a post.
    private static bool HasPostFields(JsonOutline head, string elementPattern) =>
        !head.HasToken(elementPattern, JsonTokenType.StartObject) || Array.Exists(Keys, key => head.HasAny($"{elementPattern}.{key}"));
}
