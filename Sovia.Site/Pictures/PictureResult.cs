namespace Sovia.Pictures;

/// <summary>A picture to serve, or why there is none.</summary>
/// <param name="Key">What it was built from.</param>
/// <param name="Bytes">The picture, seekable, to be disposed by the caller; null where there is none.</param>
/// <param name="Problem">Why there is none, in words for the user; null where there is one.</param>
public sealed record PictureResult(PictureKey Key, Stream? Bytes, string? Problem);
