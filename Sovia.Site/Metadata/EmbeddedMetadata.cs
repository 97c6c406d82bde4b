namespace Sovia.Metadata;

/// <summary>What a generator or a tool wrote into a file about how it was made.</summary>
public sealed record EmbeddedMetadata
{
    /// <summary>The <see cref="Generator"/> of a file that tells how it was made but not by what.</summary>
    public const string UnknownGenerator = "unknown";

    /// <summary>The program that made it, by its own name: <c>Grok</c>, <c>ComfyUI</c>, <c>Midjourney</c>.</summary>
    public required string Generator { get; init; }

    /// <summary>What was asked for.</summary>
    public string? Prompt { get; init; }

    /// <summary>What was asked to be left out.</summary>
    public string? NegativePrompt { get; init; }

    /// <summary>The model's name.</summary>
    public string? Model { get; init; }

    /// <summary>The seed, as text: some are larger than any integer.</summary>
    public string? Seed { get; init; }

    /// <summary>Stated width in pixels.</summary>
    public int? Width { get; init; }

    /// <summary>Stated height in pixels.</summary>
    public int? Height { get; init; }

    /// <summary>Grok's id of the picture, where the file bears one.</summary>
    public Guid? PostId { get; init; }

    /// <summary>Everything else that was stated, by the generator's own names: steps, sampler, scale.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    /// <summary>True where the file says of itself that it was made by AI (IPTC digital source type or its kin).</summary>
    public bool? DeclaredAi { get; init; }

    /// <summary>True where Content Credentials (C2PA) are present. Present is not verified.</summary>
    public bool HasContentCredentials { get; init; }

    /// <summary>
    /// Which reader understood it, <see cref="EmbeddedMetadataReader.Version"/>; null for one before there were versions.
    /// </summary>
    public int? Version { get; init; }

    /// <summary>
    /// The raw texts found, for what cannot be understood yet, by place and key: <c>png:workflow</c>, <c>exif:UserComment</c>,
    /// <c>xmp:CreatorTool</c>, <c>tag:comment</c>, <c>jpeg:comment</c>.
    /// </summary>
    public IReadOnlyDictionary<string, string> Raw { get; init; } = new Dictionary<string, string>();
}
