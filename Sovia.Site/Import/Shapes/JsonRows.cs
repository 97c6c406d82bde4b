using System.Text.Json;
using Sovia.Import.Json;

namespace Sovia.Import.Shapes;

/// <summary>Finds the rows of flat files: in a bare array, in one array of an object, or as separate values.</summary>
internal static class JsonRows
{
    /// <summary>Returns the action for a value in a file of rows.</summary>
    /// <param name="pathPattern">The path pattern.</param>
    /// <param name="token">The type of the value.</param>
    /// <param name="outline">The outline of the value, once requested.</param>
    /// <param name="list">The name of the array in an object, <c>posts</c>.</param>
    public static JsonValueAction GetAction(string pathPattern, JsonTokenType token, JsonOutline? outline, string list)
    {
        if (pathPattern == "[]" || pathPattern == list + "[]") return JsonValueAction.ReadItem;
        if (token == JsonTokenType.StartArray) return pathPattern.Length == 0 || pathPattern == list ? JsonValueAction.Enter
            : JsonValueAction.Skip;
        if (token != JsonTokenType.StartObject || pathPattern.Length > 0) return JsonValueAction.Skip;
        return outline is null ? JsonValueAction.Peek : outline.HasArray(list) ? JsonValueAction.Enter : JsonValueAction.ReadItem;
    }

    /// <summary>True if a row has this property, in any of the three layouts.</summary>
    public static bool HasField(JsonOutline outline, string list, string fact) => outline.HasAny("[]." + fact, $"{list}[].{fact}", fact);

    /// <summary>True if a row has all of these properties.</summary>
    public static bool HasFields(JsonOutline outline, string list, params ReadOnlySpan<string> facts)
    {
        foreach (var name in facts)
            if (!HasField(outline, list, name)) return false;
        return true;
    }
}
