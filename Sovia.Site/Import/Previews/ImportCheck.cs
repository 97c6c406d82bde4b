namespace Sovia.Import.Previews;

/// <summary>The expected result of an import, computed without storing anything.</summary>
/// <param name="Run">The run with its expected counts and issues.</param>
/// <param name="Media">Where the media files of its posts are.</param>
/// <param name="MissingUrls">Distinct URLs of the media files that are neither saved nor part of the import, sorted.</param>
public sealed record ImportCheck(ImportRun Run, PreviewMedia Media, IReadOnlyList<string> MissingUrls);
