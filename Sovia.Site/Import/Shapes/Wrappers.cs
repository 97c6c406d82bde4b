using System.Text.Json;
using Sovia.Import.Json;

namespace Sovia.Import.Shapes;

/// <summary>The wrappers that sites, browsers and collectors put around pages, up to four deep, and lists of such pages.</summary>
internal static class Wrappers
{
    private const int DeepestNames = 4;
    private const int Deepest = 8;

    private static readonly HashSet<string> Names = new(
        ["posts", "mediaPosts", "media_posts", "items", "results", "result", "data", "pages", "response", "assets", "post"], StringComparer.Ordinal);

    /// <summary>What to do at a place where pages may stand.</summary>
    /// <param name="place">The place.</param>
    /// <param name="token">What stands there.</param>
    /// <param name="head">What it begins with, once looked at.</param>
    public static JsonStep At(string place, JsonTokenType token, JsonHead? head)
    {
        var isContainer = token is JsonTokenType.StartArray or JsonTokenType.StartObject;
        if (place.Length == 0) return isContainer ? JsonStep.Enter : JsonStep.Skip;
        if (!Leads(place)) return JsonStep.Skip;
        if (!isContainer) return place.EndsWith("[]", StringComparison.Ordinal) ? JsonStep.Take : JsonStep.Skip;
        if (token == JsonTokenType.StartArray) return JsonStep.Enter;
        if (Last(place) is "post") return JsonStep.Take;
        if (!place.EndsWith("[]", StringComparison.Ordinal)) return JsonStep.Enter;
        return head is null ? JsonStep.Look : IsPage(head) ? JsonStep.Enter : JsonStep.Take;
    }

    /// <summary>True where only wrappers stand on the way to a place, and not too many.</summary>
    public static bool Leads(string place)
    {
        var (names, steps) = (0, 0);
        foreach (var part in place.Split('.'))
        {
            var name = part.Replace("[]", "", StringComparison.Ordinal);
            steps += 1 + ((part.Length - name.Length) / 2);
            if (name.Length == 0) continue;
            if (!Names.Contains(name) || ++names > DeepestNames) return false;
        }
        return steps <= Deepest;
    }

    /// <summary>The last name on the way to a place; empty in a bare list.</summary>
    public static string Last(string place) => place[(place.LastIndexOf('.') + 1)..].Replace("[]", "", StringComparison.Ordinal);

    // A post may have images and videos, but no pages of posts.
    private static bool IsPage(JsonHead head) => !head.Has("id", "mediaUrl", "assetId")
        && head.Places.Any(place => Names.Contains(place) && (head.HasList(place) || head.Holds(place, JsonTokenType.StartObject)));
}
