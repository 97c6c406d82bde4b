namespace Sovia.Metadata;

/// <summary>Metadata about how a file was made, embedded by a generator or tool.</summary>
public sealed record EmbeddedMetadata
{
    /// <summary>The <see cref="Generator"/> of metadata that names no program.</summary>
    public const string UnknownGenerator = "unknown";

    /// <summary>The generating program, by its own name: <c>Grok</c>, <c>ComfyUI</c>, <c>Midjourney</c>.</summary>
    public required string Generator { get; init; }

    /// <summary>The prompt.</summary>
    public string? Prompt { get; init; }

    /// <summary>The negative prompt.</summary>
    public string? NegativePrompt { get; init; }

    /// <summary>The model's name.</summary>
    public string? Model { get; init; }

    /// <summary>The seed, as text because some exceed any integer type.</summary>
    public string? Seed { get; init; }

    /// <summary>Width in pixels as stated in the metadata.</summary>
    public int? Width { get; init; }

    /// <summary>Height in pixels as stated in the metadata.</summary>
    public int? Height { get; init; }

    /// <summary>Grok's ID of the image, if the file contains one.</summary>
    public Guid? PostId { get; init; }

    /// <summary>All other settings, by the generator's own names: steps, sampler, scale.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    /// <summary>True if the file declares that it was made by AI (IPTC digital source type or similar).</summary>
    public bool? DeclaredAi { get; init; }

    /// <summary>True if Content Credentials (C2PA) are present. They are not verified.</summary>
    public bool HasContentCredentials { get; init; }

    /// <summary>
    /// <see cref="EmbeddedMetadataReader.Version"/> of the reader that parsed the texts; null for results from before versions existed.
    /// </summary>
    public int? Version { get; init; }

    /// <summary>
    /// The raw texts found, kept for future readers, by place and key: <c>png:workflow</c>, <c>exif:UserComment</c>,
    /// <c>xmp:CreatorTool</c>, <c>tag:comment</c>, <c>jpeg:comment</c>.
    /// </summary>
    public IReadOnlyDictionary<string, string> Raw { get; init; } = new Dictionary<string, string>();
}
