namespace Sovia.Import;

/// <summary>Bytes of a picture, clip or sound that stood in an export.</summary>
/// <param name="Name">A name by which its post is found, <c>{id}.mp4</c>; never a path to write to.</param>
/// <param name="Content">The bytes from their start; closed by whoever found them.</param>
public sealed record ExtractedMedia(string Name, Stream Content);
