namespace Sovia.Metadata.Generators;

/// <summary>A node of a ComfyUI graph, from the executed or the editor's format.</summary>
/// <param name="Id">ID of the node, as text.</param>
/// <param name="Class">Type of the node. Anyone may write nodes, so types are not assumed to be known.</param>
/// <param name="Inputs">The inputs in the order of the file.</param>
internal sealed record ComfyNode(string Id, string Class, IReadOnlyList<ComfyInput> Inputs)
{
    /// <summary>Maximum number of inputs read, more than any real node has.</summary>
    public const int MaxInputs = 500;

    private static readonly string[] SamplerInputs =
        ["latent_image", "latent", "latents", "samples", "seed", "noise_seed", "steps", "sigmas", "noise", "denoise", "sampler_name"];

    private bool? hasNegative;

    /// <summary>Whether the node shows or stores the result.</summary>
    public bool IsOutput =>
        ClassContains("Save") || ClassContains("Preview") || ClassContains("VideoCombine") || ClassContains("ImageOutput")
        || ClassContains("Image Output");

    /// <summary>Whether the node stores the result, so that the file may come from it.</summary>
    public bool IsSaving => ClassContains("Save") || ClassContains("VideoCombine");

    /// <summary>Whether the node is a sampler: it takes conditioning, and a latent image, noise or steps.</summary>
    public bool IsSampler => (Inputs.Any(input => SamplerInputs.Contains(input.Name)) && Inputs.Any(IsPromptInput))
        || (ClassContains("Sampler") && Inputs.Any(input => input.Link is not null && ComfyInputName.IsBundle(input.Name)));

    /// <summary>Whether the node makes an image from a prompt by itself, as nodes that call a service do.</summary>
    public bool IsStandaloneGenerator =>
        !ClassContains("Encode") && Inputs.Any(input => input.Name is "prompt" or "positive_prompt" or "positive" or "text_prompt");

    /// <summary>Whether an input is named for the negative prompt.</summary>
    public bool HasNegative => hasNegative ??= Inputs.Any(input => ComfyInputName.GetSide(input.Name) == ComfySide.Negative);

    /// <summary>Returns the input with this name, or null.</summary>
    public ComfyInput? this[string name] => Inputs.FirstOrDefault(input => input.Name == name);

    /// <summary>Returns the value of an input; null if it is linked or missing.</summary>
    public string? GetValue(string input) => this[input]?.Value;

    /// <summary>Returns whether the node's type contains this word.</summary>
    public bool ClassContains(string word) => Class.Contains(word, StringComparison.OrdinalIgnoreCase);

    /// <summary>Enumerates the nodes that the inputs link to, starting with the given input.</summary>
    public IEnumerable<string> GetLinkedNodes(string? first = null) =>
        Inputs.Where(input => input.Link is not null).OrderBy(input => input.Name == first ? 0 : 1).Select(input => input.Link!.Value.Node);

    private bool IsPromptInput(ComfyInput input) => ComfyInputName.GetSide(input.Name) == ComfySide.Positive || input.Name is "guider"
        || (input.Link is not null && ComfyInputName.IsConditioning(input.Name)
            && (ClassContains("Sampler") || Inputs.Any(other => other.Name is "seed" or "noise_seed" or "steps" or "sigmas")));
}
