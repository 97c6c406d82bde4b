using System.Collections.Concurrent;
using Sovia.Storage;

namespace Sovia.Media;

/// <summary>Caches the SHA-256 of files in memory while their length and modification time are unchanged.</summary>
public sealed class ContentHashCache
{
    private const int MaxKept = 200_000;

    private readonly ConcurrentDictionary<(string Path, long Length, DateTime Written), string> _known = [];
    private readonly ConcurrentDictionary<(string Library, string Sha256), string> _paths = [];

    /// <summary>Returns whether the text is a SHA-256 of 64 lower-case hex digits.</summary>
    public static bool IsSha256Hex(string text) => text.Length == 64 && text.All(char.IsAsciiHexDigitLower);

    /// <summary>Returns the SHA-256 of a file's bytes in lower-case hex.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public async Task<string> GetAsync(string path, CancellationToken ct)
    {
        var file = new FileInfo(path);
        var key = (path, file.Length, file.LastWriteTimeUtc);
        if (_known.TryGetValue(key, out var known)) return known;
        await using var bytes = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0,
            FileOptions.Asynchronous | FileOptions.SequentialScan);
        var hash = await Sha256Hex.ComputeAsync(bytes, ct);
        if (_known.Count >= MaxKept) Forget();
        _paths[(CurrentLibrary.Id, hash)] = path;
        return _known[key] = hash;
    }

    /// <summary>
    /// Returns the last known path of a file with this content in the current library, or null. The file may have changed since.
    /// </summary>
    public string? FindPath(string sha256) => _paths.GetValueOrDefault((CurrentLibrary.Id, sha256));

    private void Forget()
    {
        _known.Clear();
        _paths.Clear();
    }
}
