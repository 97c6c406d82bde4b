using System.Text.Json;

namespace Sovia.Import;

/// <summary>
/// Reads a prompt that is not plain text: an object with the prompt under one of several names, a list of parts, or a list of such objects.
/// Other properties of an object, such as a negative prompt, are ignored.
/// </summary>
internal static class StructuredPromptReader
{
    private const int MaxDepth = 8;

    // In order of precedence: the first property with a text is the prompt.
    private static readonly string[] PromptNames =
        ["text", "prompt", "value", "content", "original", "originalPrompt", "original_prompt", "userPrompt", "user_prompt", "positive",
            "positivePrompt", "positive_prompt", "parts", "segments", "message", "raw", "description"];

    // Parts of a message that the user did not write, or that are not text.
    private static readonly string[] IgnoredTypes = ["negative", "image", "image_url", "system", "assistant"];

    /// <summary>Returns the text, with each part on a line of its own; null if there is none.</summary>
    /// <param name="value">Any JSON value.</param>
    /// <param name="mended">Set to true if something was replaced.</param>
    /// <param name="depth">The nesting depth of the value.</param>
    public static string? Read(JsonElement value, ref bool mended, int depth = 0)
    {
        if (depth > MaxDepth) return null;
        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                return SourceText.ReadSanitised(value, ref mended);
            case JsonValueKind.Number:
                return value.GetRawText();
            case JsonValueKind.Array:
                var parts = new List<string>();
                foreach (var part in value.EnumerateArray())
                    if (!IsIgnored(part) && Read(part, ref mended, depth + 1) is { } partText) parts.Add(partText);
                return parts.Count == 0 ? null : string.Join('\n', parts);
            case JsonValueKind.Object:
                foreach (var name in PromptNames)
                    foreach (var property in value.EnumerateObject())
                        if (name.Equals(property.Name, StringComparison.OrdinalIgnoreCase)
                            && Read(property.Value, ref mended, depth + 1) is { } text) return text;
                return null;
            default:
                return null;
        }
    }

    /// <summary>True for a value without content, including nested empty values.</summary>
    public static bool IsEmpty(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => value.EnumerateArray().All(IsEmpty),
        JsonValueKind.Object => value.EnumerateObject().All(property => IsEmpty(property.Value)),
        JsonValueKind.String => SourceText.DecodeString(value) is "",
        JsonValueKind.Null or JsonValueKind.Undefined => true,
        _ => false,
    };

    private static bool IsIgnored(JsonElement part)
    {
        if (part.ValueKind != JsonValueKind.Object) return false;
        foreach (var name in (ReadOnlySpan<string>)["type", "role", "kind"])
            if (part.TryGetProperty(name, out var stated) && SourceText.DecodeString(stated) is { } typeName
                && IgnoredTypes.Contains(typeName, StringComparer.OrdinalIgnoreCase)) return true;
        return false;
    }
}
