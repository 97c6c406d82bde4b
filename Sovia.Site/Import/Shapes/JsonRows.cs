using System.Text.Json;
using Sovia.Import.Json;

namespace Sovia.Import.Shapes;

/// <summary>Finds the rows of flat files: in a bare array, in one array of an object, or as separate values.</summary>
internal static class JsonRows
{
    /// <summary>Returns the action for a value in a file of rows.</summary>
    /// <param name="place">The path pattern.</param>
    /// <param name="token">The type of the value.</param>
    /// <param name="head">The outline of the value, once requested.</param>
    /// <param name="list">The name of the array in an object, <c>posts</c>.</param>
    public static JsonValueAction GetAction(string place, JsonTokenType token, JsonOutline? head, string list)
    {
        if (place == "[]" || place == list + "[]") return JsonValueAction.ReadItem;
        if (token == JsonTokenType.StartArray) return place.Length == 0 || place == list ? JsonValueAction.Enter : JsonValueAction.Skip;
        if (token != JsonTokenType.StartObject || place.Length > 0) return JsonValueAction.Skip;
        return head is null ? JsonValueAction.Peek : head.HasArray(list) ? JsonValueAction.Enter : JsonValueAction.ReadItem;
    }

    /// <summary>True if a row has this property, in any of the three layouts.</summary>
    public static bool HasField(JsonOutline head, string list, string fact) => head.HasAny("[]." + fact, $"{list}[].{fact}", fact);

    /// <summary>True if a row has all of these properties.</summary>
    public static bool HasFields(JsonOutline head, string list, params ReadOnlySpan<string> facts)
    {
        foreach (var name in facts)
            if (!HasField(head, list, name)) return false;
        return true;
    }
}
