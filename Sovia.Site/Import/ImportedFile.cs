namespace Sovia.Import;

/// <summary>A file that an import has read to its end, so that the same bytes are recognised later.</summary>
/// <param name="Id">The SHA-256 of the bytes in lower-case hex.</param>
/// <param name="Run">The run that read the file.</param>
/// <param name="At">When that run ended, UTC.</param>
public sealed record ImportedFile(string Id, Guid Run, DateTimeOffset At);
