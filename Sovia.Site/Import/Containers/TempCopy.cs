namespace Sovia.Import.Containers;

/// <summary>A copy on the disk for formats that are read to and fro; gone when closed.</summary>
internal static class TempCopy
{
    /// <summary>Copies a stream to its end.</summary>
    /// <param name="content">What to copy.</param>
    /// <param name="ct">Cancels; the copy is gone then too.</param>
    /// <returns>The copy, at its start.</returns>
    public static async Task<FileStream> CreateAsync(Stream content, CancellationToken ct)
    {
        var path = Path.Combine(Path.GetTempPath(), $"sovia-{Guid.NewGuid():N}.part");
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.Read | FileShare.Delete,
            Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous
        };
        // What somebody hands over is nobody else's to read.
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var copy = new FileStream(path, options);
        try
        {
            await content.CopyToAsync(copy, ct);
            await copy.FlushAsync(ct);
            copy.Position = 0;
            return copy;
        }
        catch
        {
            await copy.DisposeAsync();
            throw;
        }
    }
}
