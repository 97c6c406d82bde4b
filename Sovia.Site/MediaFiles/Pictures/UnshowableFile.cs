namespace Sovia.MediaFiles.Pictures;

/// <summary>A file that is here and cannot be shown.</summary>
/// <param name="File">The content, with its <see cref="MediaFile.Problem"/>.</param>
/// <param name="Paths">Where it lies, absolute paths.</param>
/// <param name="PostIds">The posts it belongs to.</param>
public sealed record UnshowableFile(MediaFile File, IReadOnlyList<string> Paths, IReadOnlyList<Guid> PostIds);
