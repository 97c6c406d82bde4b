namespace Sovia.Metadata.Generators;

/// <summary>One node of ComfyUI's graph, of the form that was run or of the editor's form.</summary>
/// <param name="Id">Its number, as text.</param>
/// <param name="Class">What kind of node it is. Anyone may write nodes, so the kinds are not known.</param>
/// <param name="Inputs">Its inputs in the order they are written.</param>
internal sealed record ComfyNode(string Id, string Class, IReadOnlyList<ComfyInput> Inputs)
{
    /// <summary>Of more inputs than any real node has the rest is not read.</summary>
    public const int MostInputs = 500;

    private static readonly string[] Drawing =
        ["latent_image", "latent", "latents", "samples", "seed", "noise_seed", "steps", "sigmas", "noise", "denoise", "sampler_name"];

    private bool? hasNegative;

    /// <summary>Whether it shows or stores what was made.</summary>
    public bool IsOutput =>
        ClassContains("Save") || ClassContains("Preview") || ClassContains("VideoCombine") || ClassContains("ImageOutput")
        || ClassContains("Image Output");

    /// <summary>Whether it stores it, so that the file may be what it stored.</summary>
    public bool IsSaving => ClassContains("Save") || ClassContains("VideoCombine");

    /// <summary>Whether it draws: it takes conditioning of some kind, and a latent picture, noise or steps.</summary>
    public bool IsSampler => (Inputs.Any(input => Drawing.Contains(input.Name)) && Inputs.Any(IsAsked))
        || (ClassContains("Sampler") && Inputs.Any(input => input.Link is not null && ComfyInputName.IsBundle(input.Name)));

    /// <summary>Whether it makes a picture from a prompt all by itself, as nodes that ask a service do.</summary>
    public bool IsStandaloneGenerator =>
        !ClassContains("Encode") && Inputs.Any(input => input.Name is "prompt" or "positive_prompt" or "positive" or "text_prompt");

    /// <summary>Whether one of its inputs is named for what was not wanted.</summary>
    public bool HasNegative => hasNegative ??= Inputs.Any(input => ComfyInputName.GetSide(input.Name) == ComfySide.Negative);

    /// <summary>An input by its name.</summary>
    public ComfyInput? this[string name] => Inputs.FirstOrDefault(input => input.Name == name);

    /// <summary>An input's own value; null where it is a link or missing.</summary>
    public string? GetValue(string input) => this[input]?.Value;

    /// <summary>Whether the name of its kind holds this word.</summary>
    public bool ClassContains(string word) => Class.Contains(word, StringComparison.OrdinalIgnoreCase);

    /// <summary>The nodes its inputs are linked to, this input's first.</summary>
    public IEnumerable<string> GetLinkedNodes(string? first = null) =>
        Inputs.Where(input => input.Link is not null).OrderBy(input => input.Name == first ? 0 : 1).Select(input => input.Link!.Value.Node);

    private bool IsAsked(ComfyInput input) => ComfyInputName.GetSide(input.Name) == ComfySide.Positive || input.Name is "guider"
        || (input.Link is not null && ComfyInputName.IsConditioning(input.Name)
            && (ClassContains("Sampler") || Inputs.Any(other => other.Name is "seed" or "noise_seed" or "steps" or "sigmas")));
}
