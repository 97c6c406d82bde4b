namespace Sovia.Import;

/// <summary>The bytes of an image, video or sound embedded in an export.</summary>
/// <param name="Name">A name that identifies the post, <c>{id}.mp4</c>. Never a path to write to.</param>
/// <param name="Content">The bytes from their start. The reader that found them disposes of the stream.</param>
public sealed record ExtractedMedia(string Name, Stream Content);
