using System.Collections.Concurrent;
using Sovia.Storage;

namespace Sovia.Media;

/// <summary>Caches the SHA-256 of files in memory while their length and modification time are unchanged.</summary>
public sealed class ContentHashCache
{
    private const int MaxEntries = 200_000;

    private readonly ConcurrentDictionary<(string Path, long Length, DateTime Written), string> _hashes = [];
    private readonly ConcurrentDictionary<(string Library, string Sha256), string> _paths = [];

    /// <summary>Returns whether the text is a SHA-256 of 64 lower-case hex digits.</summary>
    public static bool IsSha256Hex(string text) => text.Length == 64 && text.All(char.IsAsciiHexDigitLower);

    /// <summary>Returns the SHA-256 of a file's bytes in lower-case hex.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public async Task<string> GetAsync(string path, CancellationToken ct)
    {
        var file = new FileInfo(path);
        var key = (path, file.Length, file.LastWriteTimeUtc);
        if (_hashes.TryGetValue(key, out var cachedHash)) return cachedHash;
        await using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0,
            FileOptions.Asynchronous | FileOptions.SequentialScan);
        var hash = await Sha256Hex.ComputeAsync(stream, ct);
        if (_hashes.Count >= MaxEntries) ClearAll();
        _paths[(CurrentLibrary.Id, hash)] = path;
        return _hashes[key] = hash;
    }

    /// <summary>
    /// Returns the last known path of a file with this content in the current library, or null. The file may have changed since.
    /// </summary>
    public string? FindPath(string sha256) => _paths.GetValueOrDefault((CurrentLibrary.Id, sha256));

    private void ClearAll()
    {
        _hashes.Clear();
        _paths.Clear();
    }
}
