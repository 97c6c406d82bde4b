using System.Text.Json;
using Sovia.MediaFiles.Embedded.Texts;

namespace Sovia.MediaFiles.Embedded.Generators;

/// <summary>One node of ComfyUI's graph.</summary>
/// <param name="Id">Its number, as text.</param>
/// <param name="Class">What kind of node it is.</param>
/// <param name="Inputs">Its inputs: a value, or a link <c>["4", 0]</c> to another node's output.</param>
internal sealed record ComfyNode(string Id, string Class, JsonElement Inputs)
{
    public bool IsSampler => Class.Contains("Sampler", StringComparison.Ordinal) && (Inputs.Has("positive", "guider", "latent_image") || Inputs.Has("seed", "noise_seed"));

    public bool IsOutput => Class.Contains("Save", StringComparison.Ordinal) || Class.Contains("Preview", StringComparison.Ordinal) || Class.Contains("VideoCombine", StringComparison.Ordinal);

    /// <summary>An input's own value; null where it is a link or missing.</summary>
    public string? Text(string input) => Inputs.At(input).Text();

    /// <summary>The id of the node an input is linked to.</summary>
    public static string? Link(JsonElement input) =>
        input.ValueKind == JsonValueKind.Array && input.GetArrayLength() == 2 && input[1].ValueKind == JsonValueKind.Number ? input[0].Text() : null;

    /// <summary>The ids of all nodes its inputs are linked to, this input's first.</summary>
    public IEnumerable<string> Links(string? first = null) => Inputs.Members()
        .OrderBy(input => input.Name == first ? 0 : 1)
        .Select(input => Link(input.Value))
        .OfType<string>();
}
