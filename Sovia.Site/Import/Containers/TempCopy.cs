namespace Sovia.Import.Containers;

/// <summary>A temporary copy on disk for formats that need a seekable stream; deleted on close.</summary>
internal static class TempCopy
{
    /// <summary>Copies a stream to its end.</summary>
    /// <param name="content">The stream to copy.</param>
    /// <param name="ct">Cancels and deletes the copy.</param>
    /// <returns>The copy, positioned at its start.</returns>
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
        // Other users of the system must not read the user's files.
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
