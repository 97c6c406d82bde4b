namespace Sovia.Import;

/// <summary>One file handed over.</summary>
/// <param name="Name">Its name as the user knows it.</param>
/// <param name="Size">Its length in bytes.</param>
/// <param name="Sha256">The hash of its bytes in lower-case hex, once it has been read.</param>
public sealed record ImportSource(string Name, long Size, string? Sha256 = null);
