using System.Text.Json;
using Sovia.Metadata.Texts;

namespace Sovia.Metadata.Generators;

/// <summary>A link from an input to another node's output.</summary>
/// <param name="Node">ID of the node.</param>
/// <param name="Slot">Index of the output, from zero.</param>
internal readonly record struct ComfyLink(string Node, int Slot);

/// <summary>An input of a node: a link to another node's output, or a value.</summary>
/// <param name="Name">Name of the input; empty if the node gives none.</param>
/// <param name="Link">The link, or null.</param>
/// <param name="Value">The value as text, or null.</param>
/// <param name="IsText">Whether the value is a string.</param>
internal sealed record ComfyInput(string Name, ComfyLink? Link, string? Value, bool IsText)
{
    /// <summary>The string value; null for blank strings, numbers and links.</summary>
    public string? NonBlankText => IsText && !string.IsNullOrWhiteSpace(Value) ? Value : null;

    /// <summary>Creates an input with a value.</summary>
    public static ComfyInput FromValue(string name, JsonElement value) =>
        new(name, null, value.GetText(), value.ValueKind == JsonValueKind.String);

    /// <summary>
    /// Parses an input in the executed format: a value, a link <c>["4", 0]</c>, or a list wrapped as <c>{"__value__": […]}</c>.
    /// </summary>
    public static ComfyInput FromRunForm(JsonProperty input) =>
        input.Value is { ValueKind: JsonValueKind.Array } list && list.GetArrayLength() == 2
        && list[0].ValueKind is JsonValueKind.String or JsonValueKind.Number && list[1].ValueKind == JsonValueKind.Number
        ? new(input.Name, new(list[0].GetText()!, list[1].TryGetInt32(out var slot) ? slot : 0), null, false)
        : FromValue(input.Name, input.Value.HasProperty("__value__") ? input.Value.FindProperty("__value__") : input.Value);
}
