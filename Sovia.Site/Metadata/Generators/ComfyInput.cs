using System.Text.Json;
using Sovia.Metadata.Texts;

namespace Sovia.Metadata.Generators;

/// <summary>The output of a node that an input is linked to.</summary>
/// <param name="Node">The node's id.</param>
/// <param name="Slot">Which of its outputs, from zero.</param>
internal readonly record struct ComfyLink(string Node, int Slot);

/// <summary>One input of a node: linked to another node's output, or with a value of its own.</summary>
/// <param name="Name">Its name; empty where the node gives it none.</param>
/// <param name="Link">Where it is linked to, or null.</param>
/// <param name="Value">Its own value as text, or null.</param>
/// <param name="IsText">Whether the value is a string.</param>
internal sealed record ComfyInput(string Name, ComfyLink? Link, string? Value, bool IsText)
{
    /// <summary>The string it holds; null for a blank one, a number and a link.</summary>
    public string? NonBlankText => IsText && !string.IsNullOrWhiteSpace(Value) ? Value : null;

    /// <summary>An input with a value of its own.</summary>
    public static ComfyInput FromValue(string name, JsonElement value) =>
        new(name, null, value.GetText(), value.ValueKind == JsonValueKind.String);

    /// <summary>
    /// An input as the run form writes it: a value, a link <c>["4", 0]</c>, or a list wrapped as <c>{"__value__": […]}</c>.
    /// </summary>
    public static ComfyInput FromRunForm(JsonProperty input) =>
        input.Value is { ValueKind: JsonValueKind.Array } list && list.GetArrayLength() == 2
        && list[0].ValueKind is JsonValueKind.String or JsonValueKind.Number && list[1].ValueKind == JsonValueKind.Number
        ? new(input.Name, new(list[0].GetText()!, list[1].TryGetInt32(out var slot) ? slot : 0), null, false)
        : FromValue(input.Name, input.Value.HasProperty("__value__") ? input.Value.FindProperty("__value__") : input.Value);
}
