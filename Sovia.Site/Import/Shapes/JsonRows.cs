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
    public static JsonStep At(string place, JsonTokenType token, JsonHead? head, string list)
    {
        if (place == "[]" || place == list + "[]") return JsonStep.Take;
        if (token == JsonTokenType.StartArray) return place.Length == 0 || place == list ? JsonStep.Enter : JsonStep.Skip;
        if (token != JsonTokenType.StartObject || place.Length > 0) return JsonStep.Skip;
        return head is null ? JsonStep.Look : head.HasList(list) ? JsonStep.Enter : JsonStep.Take;
    }

    /// <summary>True where a row has a fact, in whichever of the three ways the rows stand.</summary>
    public static bool Have(JsonHead head, string list, string fact) => head.Has("[]." + fact, $"{list}[].{fact}", fact);

    /// <summary>True where a row has all of these facts.</summary>
    public static bool HaveAll(JsonHead head, string list, params ReadOnlySpan<string> facts)
    {
        foreach (var fact in facts)
            if (!Have(head, list, fact)) return false;
        return true;
    }
}
