using Sovia.Media;

namespace Sovia.Downloads.Fetching;

/// <summary>Takes files away that a download wrote, and only those: what somebody else put in their place stays.</summary>
internal static class DownloadCleanup
{
    /// <summary>Removes a file if it still holds these bytes.</summary>
    /// <param name="path">Its absolute path.</param>
    /// <param name="sha256">What was written there, in lower-case hex.</param>
    /// <param name="ct">Stops before anything is touched.</param>
    /// <returns>True where nothing lies there any more.</returns>
    public static async Task<bool> DeleteIfUnchangedAsync(string path, string sha256, CancellationToken ct)
    {
        if (!File.Exists(path)) return true;
        if (await HashAsync(path, ct) != sha256) return false;

        // Between looking and deleting another file may come; what is renamed first can be looked at in peace.
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

    /// <summary>Renames a file that was not expected, so that it is neither lost nor in the way.</summary>
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
