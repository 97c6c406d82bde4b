namespace Sovia.MediaFiles.Embedded;

/// <summary>Reads what generators and tools wrote into a file.</summary>
public static class EmbeddedReader
{
    /// <summary>The metadata, or null where there is none. A damaged file has none.</summary>
    /// <param name="path">A regular file.</param>
    /// <param name="ct">Cancels.</param>
    public static Task<EmbeddedMetadata?> ReadAsync(string path, CancellationToken ct) => Task.FromResult<EmbeddedMetadata?>(null);
}
