namespace Sovia.Pictures;

/// <summary>A file that pictures are made from.</summary>
/// <param name="Sha256">Of its bytes, when it was last looked at.</param>
/// <param name="Path">Its absolute path.</param>
public sealed record PictureSource(string Sha256, string Path);
