namespace Sovia.Import;

/// <summary>One submitted file.</summary>
/// <param name="Name">The file name that the user sees.</param>
/// <param name="Size">The length in bytes.</param>
/// <param name="Sha256">The SHA-256 of the bytes in lower-case hex; null until the file has been read.</param>
public sealed record ImportSource(string Name, long Size, string? Sha256 = null);
