namespace Sovia.Pictures;

/// <summary>A picture to serve, or the reason why there is none.</summary>
/// <param name="Key">The picture's key.</param>
/// <param name="Bytes">The picture, seekable, to be disposed by the caller; null if there is none.</param>
/// <param name="Problem">Why there is no picture, as a message for the user; null if there is one.</param>
public sealed record PictureResult(PictureKey Key, Stream? Bytes, string? Problem);
