using System.Text.Json;
using Sovia.Import.Json;

namespace Sovia.Import.Shapes;

/// <summary>Handles the wrappers that sites, browsers and collectors put around pages, up to four deep, and lists of such pages.</summary>
internal static class PageWrappers
{
    private const int DeepestNames = 4;
    private const int Deepest = 8;

    private static readonly HashSet<string> Names = new(
        ["posts", "mediaPosts", "media_posts", "items", "results", "result", "data", "pages", "response", "assets", "post"],
        StringComparer.Ordinal);

    /// <summary>Returns what to do with a value where pages may be.</summary>
    /// <param name="place">The path pattern.</param>
    /// <param name="token">The type of the value.</param>
    /// <param name="head">The outline of the value, once requested.</param>
    public static JsonValueAction GetAction(string place, JsonTokenType token, JsonOutline? head)
    {
        var isContainer = token is JsonTokenType.StartArray or JsonTokenType.StartObject;
        if (place.Length == 0) return isContainer ? JsonValueAction.Enter : JsonValueAction.Skip;
        if (!IsWrapperPath(place)) return JsonValueAction.Skip;
        if (!isContainer) return place.EndsWith("[]", StringComparison.Ordinal) ? JsonValueAction.ReadItem : JsonValueAction.Skip;
        if (token == JsonTokenType.StartArray) return JsonValueAction.Enter;
        if (GetLastName(place) is "post") return JsonValueAction.ReadItem;
        if (!place.EndsWith("[]", StringComparison.Ordinal)) return JsonValueAction.Enter;
        return head is null ? JsonValueAction.Peek : IsPage(head) ? JsonValueAction.Enter : JsonValueAction.ReadItem;
    }

    /// <summary>True if the path pattern consists only of wrappers, and not too many of them.</summary>
    public static bool IsWrapperPath(string place)
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

    /// <summary>Returns the last name of a path pattern; empty in a bare array.</summary>
    public static string GetLastName(string place) => place[(place.LastIndexOf('.') + 1)..].Replace("[]", "", StringComparison.Ordinal);

    // A post may have images and videos, but never pages of posts.
    private static bool IsPage(JsonOutline head) => !head.HasAny("id", "mediaUrl", "assetId")
        && head.PathPatterns.Any(place => Names.Contains(place)
            && (head.HasArray(place) || head.HasToken(place, JsonTokenType.StartObject)));
}
