using System.Text.Json;
using Sovia.Import.Json;
using Sovia.Library;

namespace Sovia.Import.Shapes;

/// <summary>
/// Pages of posts from Grok's API (<c>post/list</c>, <c>post/get</c>, <c>bulk-get</c>), with or without wrappers, and bare lists of posts.
/// </summary>
internal sealed class GrokApiPageReader : IExportReader
{
    private static readonly string[] Facts = ["id", "postId", "mediaUrl", "media_url", "mediaType", "media_type", "link", "url", "videoUrl",
        "childPosts", "prompt"];

    /// <inheritdoc/>
    public SourceKind Kind => SourceKind.List;

    /// <inheritdoc/>
    public bool CanRead(JsonOutline head) => head.Token switch
    {
        JsonTokenType.StartArray => HasPostFields(head, "[]") || head.PathPatterns.Any(place => IsList(head, place)),
        JsonTokenType.StartObject => head.PathPatterns.Any(place => IsList(head, place)
            || (PageWrappers.GetLastName(place) is "post" && head.HasToken(place, JsonTokenType.StartObject)
                && PageWrappers.IsWrapperPath(place))),
        _ => false,
    };

    /// <inheritdoc/>
    public JsonValueAction GetAction(string place, JsonTokenType token, JsonOutline? head) => PageWrappers.GetAction(place, token, head);

    /// <inheritdoc/>
    public IEnumerable<JsonItem> Read(JsonItem item, ReadContext scope) =>
        [item with { Kind = item.Path.EndsWith(".post", StringComparison.Ordinal) ? SourceKind.Detail : SourceKind.List }];

    private static bool IsList(JsonOutline head, string place) => head.HasArray(place) && PageWrappers.IsWrapperPath(place)
        && (PageWrappers.GetLastName(place) is "posts" or "mediaPosts" || HasPostFields(head, place + "[]"));

    // An empty list is an empty page; a list of objects must have some property of a post.
    private static bool HasPostFields(JsonOutline head, string element) =>
        !head.HasToken(element, JsonTokenType.StartObject) || Array.Exists(Facts, fact => head.HasAny($"{element}.{fact}"));
}
