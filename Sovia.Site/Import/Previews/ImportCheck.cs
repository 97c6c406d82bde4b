namespace Sovia.Import.Previews;

/// <summary>What an import would do, found by reading all of it and keeping nothing.</summary>
/// <param name="Run">Its counts and issues as they would be.</param>
/// <param name="Media">Where the bytes of its posts are.</param>
/// <param name="MissingUrls">Addresses of the bytes that are neither here nor come along, sorted, each once.</param>
public sealed record ImportCheck(ImportRun Run, PreviewMedia Media, IReadOnlyList<string> MissingUrls);
