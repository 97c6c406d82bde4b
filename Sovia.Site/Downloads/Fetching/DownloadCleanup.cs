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
        var apart = Aside(path, PartFile.Extension);
        File.Move(path, apart);
        if (await HashAsync(apart, CancellationToken.None) == sha256)
        {
            File.Delete(apart);
            return !File.Exists(path);
        }

        Return(apart, path);
        return false;
    }

    /// <summary>Renames an unexpected file so that it is neither lost nor in the way.</summary>
    public static void MoveAside(string path) => File.Move(path, Aside(path, ""));

    private static void Return(string apart, string path)
    {
        try
        {
            File.Move(apart, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Move(apart, Aside(path, ""));
        }
    }

    private static string Aside(string path, string ending) =>
        Path.Combine(Path.GetDirectoryName(path)!,
            $"{Path.GetFileNameWithoutExtension(path)}.aside-{Guid.NewGuid():N}{Path.GetExtension(path)}{ending}");

    private static async Task<string> HashAsync(string path, CancellationToken ct)
    {
        await using var bytes = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0,
            FileOptions.Asynchronous);
        return await Sha256Hex.ComputeAsync(bytes, ct);
    }
}
