namespace Sovia.Import.Containers;

/// <summary>A file in an archive, as listed in its directory.</summary>
/// <param name="Index">The position in the directory.</param>
/// <param name="FullName">The unchanged name.</param>
internal sealed record ArchiveMember(int Index, string FullName)
{
    /// <summary>True for a link, which has no bytes of its own.</summary>
    public bool IsLink { get; init; }

    /// <summary>True if the member is protected by a password.</summary>
    public bool IsEncrypted { get; init; }

    /// <summary>The name with normalised separators, because real exports double them.</summary>
    public string Name { get; } = string.Join('/', FullName.Split(['/', '\\'], StringSplitOptions.RemoveEmptyEntries)
        .Where(part => part != "."));

    /// <summary>The last segment of the name.</summary>
    public string FileName => Name[(Name.LastIndexOf('/') + 1)..];

    /// <summary>True for a name that points outside the archive.</summary>
    public bool IsPathTraversal => FullName.StartsWith('/') || FullName.StartsWith('\\') || FullName is [_, ':', ..]
        || FullName.Contains('\0', StringComparison.Ordinal) || FullName.Split('/', '\\').Contains("..");

    /// <summary>True for files that operating systems add to archives.</summary>
    public bool IsSystemFile =>
        Name.StartsWith("__MACOSX/", StringComparison.Ordinal) || FileName is ".DS_Store" or "Thumbs.db" or "desktop.ini"
        || FileName.StartsWith("._", StringComparison.Ordinal);
}
