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
    public bool CanRead(JsonOutline outline) => outline.Token switch
    {
        JsonTokenType.StartArray => HasPostFields(outline, "[]") || outline.PathPatterns.Any(pattern => IsPostList(outline, pattern)),
        JsonTokenType.StartObject => outline.PathPatterns.Any(pattern => IsPostList(outline, pattern)
            || (PageWrappers.GetLastName(pattern) is "post" && outline.HasToken(pattern, JsonTokenType.StartObject)
                && PageWrappers.IsWrapperPath(pattern))),
        _ => false,
    };

    /// <inheritdoc/>
    public JsonValueAction GetAction(string pathPattern, JsonTokenType token, JsonOutline? outline) =>
        PageWrappers.GetAction(pathPattern, token, outline);

    /// <inheritdoc/>
    public IEnumerable<JsonItem> Read(JsonItem item, ReadContext context) =>
        [item with { Kind = item.Path.EndsWith(".post", StringComparison.Ordinal) ? SourceKind.Detail : SourceKind.List }];

    private static bool IsPostList(JsonOutline outline, string pattern) => outline.HasArray(pattern) && PageWrappers.IsWrapperPath(pattern)
        && (PageWrappers.GetLastName(pattern) is "posts" or "mediaPosts" || HasPostFields(outline, pattern + "[]"));

    // An empty list is an empty page; a list of objects must have some property of a post.
    private static bool HasPostFields(JsonOutline outline, string elementPattern) =>
        !outline.HasToken(elementPattern, JsonTokenType.StartObject)
            || Array.Exists(Keys, key => outline.HasAny($"{elementPattern}.{key}"));
}
