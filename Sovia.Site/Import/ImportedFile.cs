namespace Sovia.Import;

/// <summary>Bytes that an import has read to their end, so that the same bytes are known again at once.</summary>
/// <param name="Id">The SHA-256 of the bytes in lower-case hex.</param>
/// <param name="Run">The run that read them.</param>
/// <param name="At">When that run ended, UTC.</param>
public sealed record ImportedFile(string Id, Guid Run, DateTimeOffset At);
