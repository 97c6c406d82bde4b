using System.Text.Json;
using Sovia.Import.Json;
using Sovia.Library.Urls;

namespace Sovia.Import;

/// <summary>
/// Finds every post in an item at any depth: posts made from it, other versions of these, and an embedded original post.
/// </summary>
internal static class PostTraversal
{
    private static readonly string[] ListNames = ["items", "posts", "edges", "nodes", "data", "results"];

    /// <summary>True for a property that contains other posts.</summary>
    public static bool HoldsPosts(JsonProperty property) => property.Value.ValueKind switch
    {
        JsonValueKind.Array => property.NameEquals("childPosts"u8) || property.NameEquals("child_posts"u8)
            || ((property.NameEquals("images"u8) || property.NameEquals("videos"u8)) && property.Value.EnumerateArray().All(IsObject)),
        JsonValueKind.Object => IsOriginal(property) || IsChild(property) || IsMap(property) || GetList(property) is not null,
        _ => false,
    };

    // Some sources wrap the list in a page: {"items": [...]}, {"edges": [{"node": {...}}]}.
    private static JsonElement? GetList(JsonProperty property)
    {
        if (property.Value.ValueKind == JsonValueKind.Object && IsNamedAsChildren(property))
            foreach (var name in ListNames)
                if (property.Value.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array) return list;
        return null;
    }

    private static bool IsNamedAsChildren(JsonProperty property) =>
        property.NameEquals("childPosts"u8) || property.NameEquals("child_posts"u8);

    private static bool IsOriginal(JsonProperty property) =>
        property.NameEquals("originalPost"u8) || property.NameEquals("original_post"u8);

    private static bool IsChild(JsonProperty property) => IsNamedAsChildren(property) && HasId(property.Value);

    // Some sources store posts in a map by id instead of a list, with other values beside them.
    private static bool IsMap(JsonProperty property) => IsNamedAsChildren(property)
        ? property.Value.EnumerateObject().Any(IsEntry)
        : (property.NameEquals("images"u8) || property.NameEquals("videos"u8)) && property.Value.EnumerateObject().All(IsEntry);

    private static bool IsEntry(JsonProperty child) => IsObject(child.Value)
        && (GuidParser.Parse(child.Name) is not null || HasId(child.Value));

    private static bool HasId(JsonElement element) =>
        element.TryGetProperty("id"u8, out var id) && GuidParser.Parse(SourceText.DecodeString(id)) is not null;

    /// <summary>Returns the item and all posts in it, parents first, each with its enclosing element.</summary>
    public static IEnumerable<PostNode> EnumeratePosts(JsonItem item)
    {
        var (pending, children) = (new Stack<PostNode>(), new List<PostNode>());
        pending.Push(new(item.Element, item.Path, null));
        while (pending.TryPop(out var node))
        {
            yield return node;
            if (node.Element.ValueKind != JsonValueKind.Object) continue;
            children.Clear();
            AddChildren(node, children);
            for (var i = children.Count - 1; i >= 0; i--) pending.Push(children[i]);
        }
    }

    private static void AddChildren(PostNode parent, List<PostNode> children)
    {
        foreach (var property in parent.Element.EnumerateObject())
        {
            if (property.Value.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array) || !HoldsPosts(property)) continue;
            var path = $"{parent.Path}.{PropertyName.From(property).Spelling}";
            if (property.Value.ValueKind == JsonValueKind.Object && (IsOriginal(property) || IsChild(property)))
                children.Add(new(property.Value, path, IsOriginal(property) ? null : parent));
            else if (property.Value.ValueKind == JsonValueKind.Array || GetList(property) is not null)
            {
                var index = 0;
                foreach (var element in (GetList(property) ?? property.Value).EnumerateArray())
                    children.Add(new(element.GetPath("node") is { ValueKind: JsonValueKind.Object } node ? node : element,
                        $"{path}[{index++}]", parent));
            }
            else
                foreach (var child in property.Value.EnumerateObject().Where(IsEntry))
                    children.Add(new(child.Value, $"{path}.{child.Name}", parent) { KeyId = GuidParser.Parse(child.Name) });
        }
    }

    private static bool IsObject(JsonElement element) => element.ValueKind == JsonValueKind.Object;
}
