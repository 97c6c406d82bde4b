using Sovia.Media;

namespace Sovia.Downloads.Fetching;

/// <summary>Removes files that a download wrote. A file that has been replaced since is kept.</summary>
internal static class DownloadCleanup
{
    /// <summary>Deletes a file if it still has the given content.</summary>
    /// <param name="path">The absolute path.</param>
    /// <param name="sha256">The SHA-256 of the downloaded bytes, in lower-case hex.</param>
    /// <param name="ct">Cancels before any change to the file.</param>
    /// <returns>True if there is no file at the path any more.</returns>
    public static async Task<bool> DeleteIfUnchangedAsync(string path, string sha256, CancellationToken ct)
    {
        if (!File.Exists(path)) return true;
        if (await HashAsync(path, ct) != sha256) return false;

        // Renames and hashes again, because the file could be replaced between a check under its own name and the deletion.
        var asidePath = BuildAsidePath(path, PartFile.Extension);
        File.Move(path, asidePath);
        if (await HashAsync(asidePath, CancellationToken.None) == sha256)
        {
            File.Delete(asidePath);
            return !File.Exists(path);
        }

        RestoreFile(asidePath, path);
        return false;
    }

    /// <summary>Renames an unexpected file so that it is neither lost nor in the way.</summary>
    public static void MoveAside(string path) => File.Move(path, BuildAsidePath(path, ""));

    private static void RestoreFile(string asidePath, string path)
    {
        try
        {
            File.Move(asidePath, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Move(asidePath, BuildAsidePath(path, ""));
        }
    }

    private static string BuildAsidePath(string path, string suffix) =>
        Path.Combine(Path.GetDirectoryName(path)!,
            $"{Path.GetFileNameWithoutExtension(path)}.aside-{Guid.NewGuid():N}{Path.GetExtension(path)}{suffix}");

    private static async Task<string> HashAsync(string path, CancellationToken ct)
    {
        await using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0,
            FileOptions.Asynchronous);
        return await Sha256Hex.ComputeAsync(stream, ct);
    }
}
