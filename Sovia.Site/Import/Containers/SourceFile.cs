namespace Sovia.Import.Containers;

/// <summary>Bytes with a name: a submitted file, or one nested in it.</summary>
/// <param name="Name">The file name that the user sees; inside an archive, the archive's name and the path in it.</param>
/// <param name="Content">The bytes, read once from the current position.</param>
/// <param name="ModifiedAt">When the file was written, if known.</param>
internal sealed record SourceFile(string Name, Stream Content, DateTimeOffset? ModifiedAt = null)
{
    /// <summary>The number of containers around the file.</summary>
    public int ContainerDepth { get; init; }

    /// <summary>The number of archives around the file.</summary>
    public int ArchiveDepth { get; init; }

    /// <summary>The number of bytes that the import may still unpack.</summary>
    public required ByteBudget Budget { get; init; }

    /// <summary>Returns the nested file with this content.</summary>
    public SourceFile Unwrap(Stream content) => this with { Content = content, ContainerDepth = ContainerDepth + 1 };
}
