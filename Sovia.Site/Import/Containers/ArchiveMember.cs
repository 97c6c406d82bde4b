namespace Sovia.Import.Containers;

/// <summary>A file in an archive, as the archive's list of contents has it.</summary>
/// <param name="Index">Its place in that list.</param>
/// <param name="FullName">Its name as it stands there.</param>
internal sealed record ArchiveMember(int Index, string FullName)
{
    /// <summary>True for what leads to another place instead of holding bytes.</summary>
    public bool IsLink { get; init; }

    /// <summary>True for what is locked with a password.</summary>
    public bool IsEncrypted { get; init; }

    /// <summary>Its name with its separators put right; real exports double them.</summary>
    public string Name { get; } = string.Join('/', FullName.Split(['/', '\\'], StringSplitOptions.RemoveEmptyEntries)
        .Where(part => part != "."));

    /// <summary>The last part of its name.</summary>
    public string FileName => Name[(Name.LastIndexOf('/') + 1)..];

    /// <summary>True for a name under which nothing may be looked for inside an archive.</summary>
    public bool IsPathTraversal => FullName.StartsWith('/') || FullName.StartsWith('\\') || FullName is [_, ':', ..]
        || FullName.Contains('\0', StringComparison.Ordinal) || FullName.Split('/', '\\').Contains("..");

    /// <summary>True for what systems put into archives of their own accord.</summary>
    public bool IsSystemFile =>
        Name.StartsWith("__MACOSX/", StringComparison.Ordinal) || FileName is ".DS_Store" or "Thumbs.db" or "desktop.ini"
        || FileName.StartsWith("._", StringComparison.Ordinal);
}
