namespace Sovia.Import.Containers;

/// <summary>Bytes with a name: a file that was handed over, or something that lay wrapped up in one.</summary>
/// <param name="Name">Its name as the user knows it; inside an archive, the archive's name and the way in it.</param>
/// <param name="Content">Its bytes, read once from where they stand.</param>
/// <param name="ModifiedAt">When it was written, where that is known.</param>
internal sealed record SourceFile(string Name, Stream Content, DateTimeOffset? ModifiedAt = null)
{
    /// <summary>In how many wrappings it lay.</summary>
    public int ContainerDepth { get; init; }

    /// <summary>In how many archives it lay.</summary>
    public int ArchiveDepth { get; init; }

    /// <summary>What may still be unpacked of the hand-over.</summary>
    public required ByteBudget Budget { get; init; }

    /// <summary>What lay in it.</summary>
    public SourceFile Unwrap(Stream content) => this with { Content = content, ContainerDepth = ContainerDepth + 1 };
}
