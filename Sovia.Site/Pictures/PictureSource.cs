namespace Sovia.Pictures;

/// <summary>A file to build pictures from.</summary>
/// <param name="Sha256">SHA-256 of the content when last read.</param>
/// <param name="Path">Absolute path of the file.</param>
public sealed record PictureSource(string Sha256, string Path);
