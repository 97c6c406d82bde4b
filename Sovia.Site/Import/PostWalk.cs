using System.Text.Json;
using Sovia.Import.Json;

namespace Sovia.Import;

/// <summary>Finds every post in an item, however deep: what was made from it, other views of that, and the ancestor a source may enclose.</summary>
internal static class PostWalk
{
    /// <summary>True for a property that holds other posts.</summary>
    public static bool IsNested(JsonProperty property) => property.Value.ValueKind switch
    {
        JsonValueKind.Array => property.NameEquals("childPosts"u8) || property.NameEquals("child_posts"u8)
            || ((property.NameEquals("images"u8) || property.NameEquals("videos"u8)) && property.Value.EnumerateArray().All(IsPost)),
        JsonValueKind.Object => property.NameEquals("originalPost"u8) || property.NameEquals("original_post"u8),
        _ => false,
    };

    /// <summary>The item and all posts in it, parents first, each with the element that encloses it.</summary>
    public static IEnumerable<WalkedPost> In(JsonItem item)
    {
        var (waiting, nested) = (new Stack<WalkedPost>(), new List<WalkedPost>());
        waiting.Push(new(item.Element, item.Path, null));
        while (waiting.TryPop(out var walked))
        {
            yield return walked;
            if (walked.Element.ValueKind != JsonValueKind.Object) continue;
            nested.Clear();
            FindIn(walked, nested);
            for (var last = nested.Count - 1; last >= 0; last--) waiting.Push(nested[last]);
        }
    }

    private static void FindIn(WalkedPost walked, List<WalkedPost> nested)
    {
        foreach (var property in walked.Element.EnumerateObject())
        {
            if (property.Value.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array) || !IsNested(property)) continue;
            var path = $"{walked.Path}.{property.Name}";
            if (property.Value.ValueKind == JsonValueKind.Object)
            {
                nested.Add(new(property.Value, path, null));
                continue;
            }
            var index = 0;
            foreach (var element in property.Value.EnumerateArray())
                nested.Add(new(element, $"{path}[{index++}]", walked));
        }
    }

    private static bool IsPost(JsonElement element) => element.ValueKind == JsonValueKind.Object;
}
