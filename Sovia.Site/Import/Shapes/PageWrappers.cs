using System.Text.Json;
using Sovia.Import.Json;

namespace Sovia.Import.Shapes;

/// <summary>Handles the wrappers that sites, browsers and collectors put around pages, up to four deep, and lists of such pages.</summary>
internal static class PageWrappers
{
    private const int MaxNames = 4;
    private const int MaxSteps = 8;

    private static readonly HashSet<string> WrapperNames = new(
        ["posts", "mediaPosts", "media_posts", "items", "results", "result", "data", "pages", "response", "assets", "post"],
        StringComparer.Ordinal);

    /// <summary>Returns the action for a value that may contain pages.</summary>
    /// <param name="pathPattern">The path pattern.</param>
    /// <param name="token">The type of the value.</param>
    /// <param name="outline">The outline of the value, once requested.</param>
    public static JsonValueAction GetAction(string pathPattern, JsonTokenType token, JsonOutline? outline)
    {
        var isContainer = token is JsonTokenType.StartArray or JsonTokenType.StartObject;
        if (pathPattern.Length == 0) return isContainer ? JsonValueAction.Enter : JsonValueAction.Skip;
        if (!IsWrapperPath(pathPattern)) return JsonValueAction.Skip;
        if (!isContainer) return pathPattern.EndsWith("[]", StringComparison.Ordinal) ? JsonValueAction.ReadItem : JsonValueAction.Skip;
        if (token == JsonTokenType.StartArray) return JsonValueAction.Enter;
        if (GetLastName(pathPattern) is "post") return JsonValueAction.ReadItem;
        if (!pathPattern.EndsWith("[]", StringComparison.Ordinal)) return JsonValueAction.Enter;
        return outline is null ? JsonValueAction.Peek : IsPage(outline) ? JsonValueAction.Enter : JsonValueAction.ReadItem;
    }

    /// <summary>True if the path pattern consists only of wrappers, and not too many of them.</summary>
    public static bool IsWrapperPath(string pathPattern)
    {
        var (nameCount, stepCount) = (0, 0);
        foreach (var part in pathPattern.Split('.'))
        {
            var name = part.Replace("[]", "", StringComparison.Ordinal);
            stepCount += 1 + ((part.Length - name.Length) / 2);
            if (name.Length == 0) continue;
            if (!WrapperNames.Contains(name) || ++nameCount > MaxNames) return false;
        }
        return stepCount <= MaxSteps;
    }

    /// <summary>Returns the last name of a path pattern; empty in a bare array.</summary>
    public static string GetLastName(string pathPattern) =>
        pathPattern[(pathPattern.LastIndexOf('.') + 1)..].Replace("[]", "", StringComparison.Ordinal);

    // A post may have images and videos, but never pages of posts.
    private static bool IsPage(JsonOutline outline) => !outline.HasAny("id", "mediaUrl", "assetId", "asset_id")
        && outline.PathPatterns.Any(pattern => WrapperNames.Contains(pattern)
            && (outline.HasArray(pattern) || outline.HasToken(pattern, JsonTokenType.StartObject)));
}
