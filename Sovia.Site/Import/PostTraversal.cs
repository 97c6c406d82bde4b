using System.Text.Json;
using Sovia.Import.Json;
using Sovia.Library.Urls;

namespace Sovia.Import;

/// <summary>
/// Finds every post in an item at any depth: posts made from it, other versions of those, and an enclosed ancestor.
/// </summary>
internal static class PostTraversal
{
    private static readonly string[] Lists = ["items", "posts", "edges", "nodes", "data", "results"];

    /// <summary>True for a property that contains other posts.</summary>
    public static bool HoldsPosts(JsonProperty property) => property.Value.ValueKind switch
    {
        JsonValueKind.Array => property.NameEquals("childPosts"u8) || property.NameEquals("child_posts"u8)
            || ((property.NameEquals("images"u8) || property.NameEquals("videos"u8)) && property.Value.EnumerateArray().All(IsPost)),
        JsonValueKind.Object => IsOriginal(property) || IsChild(property) || IsMap(property) || GetList(property) is not null,
        _ => false,
    };

    // Some sources wrap the list in a page: {"items": [...]}, {"edges": [{"node": {...}}]}.
    private static JsonElement? GetList(JsonProperty property)
    {
        if (property.Value.ValueKind == JsonValueKind.Object && IsNamedAsChildren(property))
            foreach (var name in Lists)
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

    private static bool IsEntry(JsonProperty child) => IsPost(child.Value)
        && (GuidParser.Parse(child.Name) is not null || HasId(child.Value));

    private static bool HasId(JsonElement element) =>
        element.TryGetProperty("id"u8, out var id) && GuidParser.Parse(SourceText.DecodeString(id)) is not null;

    /// <summary>Returns the item and all posts in it, parents first, each with its enclosing element.</summary>
    public static IEnumerable<PostNode> EnumeratePosts(JsonItem item)
    {
        var (waiting, nested) = (new Stack<PostNode>(), new List<PostNode>());
        waiting.Push(new(item.Element, item.Path, null));
        while (waiting.TryPop(out var walked))
        {
            yield return walked;
            if (walked.Element.ValueKind != JsonValueKind.Object) continue;
            nested.Clear();
            FindChildren(walked, nested);
            for (var last = nested.Count - 1; last >= 0; last--) waiting.Push(nested[last]);
        }
    }

    private static void FindChildren(PostNode walked, List<PostNode> nested)
    {
        foreach (var property in walked.Element.EnumerateObject())
        {
            if (property.Value.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array) || !HoldsPosts(property)) continue;
            var path = $"{walked.Path}.{PropertyName.From(property).Spelling}";
            if (property.Value.ValueKind == JsonValueKind.Object && (IsOriginal(property) || IsChild(property)))
                nested.Add(new(property.Value, path, IsOriginal(property) ? null : walked));
            else if (property.Value.ValueKind == JsonValueKind.Array || GetList(property) is not null)
            {
                var index = 0;
                foreach (var element in (GetList(property) ?? property.Value).EnumerateArray())
                    nested.Add(new(element.GetPath("node") is { ValueKind: JsonValueKind.Object } node ? node : element,
                        $"{path}[{index++}]", walked));
            }
            else
                foreach (var child in property.Value.EnumerateObject().Where(IsEntry))
                    nested.Add(new(child.Value, $"{path}.{child.Name}", walked) { KeyId = GuidParser.Parse(child.Name) });
        }
    }

    private static bool IsPost(JsonElement element) => element.ValueKind == JsonValueKind.Object;
}
