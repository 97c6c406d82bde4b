using System.Text.Json;
using Sovia.Import.Json;

namespace Sovia.Import.Shapes;

/// <summary>Where the rows of flat files stand: in a bare list, in one list of an object, or each as a value of its own.</summary>
internal static class JsonRows
{
    /// <summary>What to do at a place of a file of rows.</summary>
    /// <param name="place">The place.</param>
    /// <param name="token">What stands there.</param>
    /// <param name="head">What it begins with, once looked at.</param>
    /// <param name="list">The name of the list in an object, <c>posts</c>.</param>
    public static JsonValueAction GetAction(string place, JsonTokenType token, JsonOutline? head, string list)
    {
        if (place == "[]" || place == list + "[]") return JsonValueAction.ReadItem;
        if (token == JsonTokenType.StartArray) return place.Length == 0 || place == list ? JsonValueAction.Enter : JsonValueAction.Skip;
        if (token != JsonTokenType.StartObject || place.Length > 0) return JsonValueAction.Skip;
        return head is null ? JsonValueAction.Peek : head.HasArray(list) ? JsonValueAction.Enter : JsonValueAction.ReadItem;
    }

    /// <summary>True where a row has a fact, in whichever of the three ways the rows stand.</summary>
    public static bool HasField(JsonOutline head, string list, string fact) => head.HasAny("[]." + fact, $"{list}[].{fact}", fact);

    /// <summary>True where a row has all of these facts.</summary>
    public static bool HasFields(JsonOutline head, string list, params ReadOnlySpan<string> facts)
    {
        foreach (var fact in facts)
            if (!HasField(head, list, fact)) return false;
        return true;
    }
}
