using System.Text.Json;

namespace Sovia.Tests.Api;

/// <summary>Tells where a value is not of a schema, as far as the API's document uses JSON Schema.</summary>
internal static class SchemaFaults
{
    /// <summary>The faults.</summary>
    /// <param name="document">What references lead into.</param>
    /// <param name="schema">The schema.</param>
    /// <param name="value">The value.</param>
    /// <param name="isExample">Whether parts may be left out, as in bodies that are sent.</param>
    public static IEnumerable<string> Find(JsonElement document, JsonElement schema, JsonElement value, bool isExample = false) =>
        Find(document, schema, value, isExample, "$");

    private static IEnumerable<string> Find(JsonElement document, JsonElement schema, JsonElement value, bool isExample, string at)
    {
        if (schema.TryGetProperty("$ref", out var reference))
            return Find(document, Named(document, reference.GetString()!), value, isExample, at);
        if (Either(schema) is { } choices)
            return choices.EnumerateArray().Any(choice => !Find(document, choice, value, isExample, at).Any()) ? []
                : [$"{at} is none of what it may be"];
        var types = !schema.TryGetProperty("type", out var type) ? [] : type.ValueKind == JsonValueKind.Array ? type.EnumerateArray()
            .Select(one => one.GetString()!).ToList() : [type.GetString()!];
        if (types.Count > 0 && !types.Contains(TypeOf(value)) && !(TypeOf(value) == "integer" && types.Contains("number")))
            return [$"{at} is {TypeOf(value)}, not {string.Join(" or ", types)}"];
        return value.ValueKind switch
        {
            JsonValueKind.Array when schema.TryGetProperty("items", out var items) => value.EnumerateArray()
                .SelectMany((one, number) => Find(document, items, one, isExample, $"{at}[{number}]")),
            JsonValueKind.Object when schema.TryGetProperty("properties", out var properties) =>
                FindInObject(document, schema, properties, value, isExample, at),
            _ => [],
        };
    }

    private static IEnumerable<string> FindInObject(JsonElement document, JsonElement schema, JsonElement properties, JsonElement value,
        bool isExample, string at)
    {
        foreach (var property in value.EnumerateObject())
        {
            if (!properties.TryGetProperty(property.Name, out var known)) yield return $"{at}.{property.Name} is not described";
            else
                foreach (var fault in Find(document, known, property.Value, isExample, $"{at}.{property.Name}")) yield return fault;
        }
        if (isExample || !schema.TryGetProperty("required", out var required)) yield break;
        // What says nothing may be left out of a problem.
        foreach (var name in required.EnumerateArray().Select(one => one.GetString()!)
            .Where(name => !value.TryGetProperty(name, out _) && name is not ("errors" or "type" or "title")))
            yield return $"{at}.{name} is missing";
    }

    private static JsonElement? Either(JsonElement schema) =>
        schema.TryGetProperty("oneOf", out var one) ? one : schema.TryGetProperty("anyOf", out var any) ? any : null;

    private static JsonElement Named(JsonElement document, string reference) =>
        reference.TrimStart('#').Split('/', StringSplitOptions.RemoveEmptyEntries).Aggregate(document, (at, name) => at.GetProperty(name));

    private static string TypeOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => "array",
        JsonValueKind.Object => "object",
        JsonValueKind.String => "string",
        JsonValueKind.Number => value.TryGetInt64(out _) ? "integer" : "number",
        JsonValueKind.Null => "null",
        _ => "boolean",
    };
}
