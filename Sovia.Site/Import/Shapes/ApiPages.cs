using System.Text.Json;
using Sovia.Import.Json;
using Sovia.Library;

namespace Sovia.Import.Shapes;

/// <summary>The maker's own pages of posts (<c>post/list</c>, <c>post/get</c>, <c>bulk-get</c>), in or out of wrappers, and bare lists of posts.</summary>
internal sealed class ApiPages : IExportReader
{
    private static readonly string[] Facts = ["id", "postId", "mediaUrl", "media_url", "mediaType", "media_type", "link", "url", "videoUrl", "childPosts", "prompt"];

    /// <inheritdoc/>
    public SourceKind Kind => SourceKind.List;

    /// <inheritdoc/>
    public bool Knows(JsonHead head) => head.Token switch
    {
        JsonTokenType.StartArray => HoldsPosts(head, "[]") || head.Places.Any(place => IsList(head, place)),
        JsonTokenType.StartObject => head.Places.Any(place => IsList(head, place) || (Wrappers.Last(place) is "post" && head.Holds(place, JsonTokenType.StartObject) && Wrappers.Leads(place))),
        _ => false,
    };

    /// <inheritdoc/>
    public JsonStep At(string place, JsonTokenType token, JsonHead? head) => Wrappers.At(place, token, head);

    /// <inheritdoc/>
    public IEnumerable<JsonItem> Read(JsonItem item, ReadScope scope) =>
        [item with { Kind = item.Path.EndsWith(".post", StringComparison.Ordinal) ? SourceKind.Detail : SourceKind.List }];

    private static bool IsList(JsonHead head, string place) => head.HasList(place) && Wrappers.Leads(place)
        && (Wrappers.Last(place) is "posts" or "mediaPosts" || HoldsPosts(head, place + "[]"));

    // An empty list is an empty page; a list of objects must hold something of a post's.
    private static bool HoldsPosts(JsonHead head, string element) =>
        !head.Holds(element, JsonTokenType.StartObject) || Array.Exists(Facts, fact => head.Has($"{element}.{fact}"));
}
