using System.Text.Json;
using Sovia.Import.Json;

namespace Sovia.Import;

/// <summary>Finds every post in an item, however deep: what was made from it, other views of that, and the ancestor a source may enclose.</summary>
internal static class PostWalk
{
    private static readonly string[] ChildLists = ["childPosts", "child_posts"];
    private static readonly string[] ViewLists = ["images", "videos"];

    /// <summary>True for a property that holds other posts.</summary>
    public static bool IsNested(JsonProperty property) => property.Value.ValueKind switch
    {
        JsonValueKind.Array => ChildLists.Contains(property.Name, StringComparer.Ordinal)
            || (ViewLists.Contains(property.Name, StringComparer.Ordinal) && property.Value.EnumerateArray().All(IsPost)),
        JsonValueKind.Object => property.Name is "originalPost" or "original_post",
        _ => false,
    };

    /// <summary>The item and all posts in it, parents first, each with the element that encloses it.</summary>
    public static IEnumerable<WalkedPost> In(JsonItem item)
    {
        var waiting = new Stack<WalkedPost>();
        waiting.Push(new(item.Element, item.Path, null));
        while (waiting.TryPop(out var walked))
        {
            yield return walked;
            if (walked.Element.ValueKind != JsonValueKind.Object) continue;
            foreach (var nested in Nested(walked).Reverse()) waiting.Push(nested);
        }
    }

    private static IEnumerable<WalkedPost> Nested(WalkedPost walked)
    {
        foreach (var property in walked.Element.EnumerateObject())
        {
            if (property.Value.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array) || !IsNested(property)) continue;
            var path = $"{walked.Path}.{property.Name}";
            if (property.Value.ValueKind == JsonValueKind.Object)
            {
                yield return new(property.Value, path, null);
                continue;
            }
            var index = 0;
            foreach (var element in property.Value.EnumerateArray())
                yield return new(element, $"{path}[{index++}]", walked);
        }
    }

    private static bool IsPost(JsonElement element) => element.ValueKind == JsonValueKind.Object;
}
