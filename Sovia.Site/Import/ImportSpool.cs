using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Extensions.Logging.Abstractions;
using Sovia.Storage;

namespace Sovia.Import;

/// <summary>
/// Stores submitted files of the current library until they are imported, in one folder for each run, so that a run outlives the process
/// that accepted it.
/// </summary>
/// <param name="defaultFolder">The folder of the only account's library, an absolute path inside the data directory.</param>
/// <param name="log">Receives warnings about files that cannot be deleted; null for no logging.</param>
public sealed partial class ImportSpool(string defaultFolder, ILogger<ImportSpool>? log = null)
{
    private const int BufferSize = 1 << 17;

    private readonly ILogger logger = log ?? NullLogger<ImportSpool>.Instance;
    private readonly ConcurrentDictionary<Guid, bool> undeletableRuns = new();

    /// <summary>Stores a file of a run.</summary>
    /// <returns>The length in bytes and the SHA-256 of the bytes in lower-case hex.</returns>
    public async Task<(long Size, string Sha256)> StoreAsync(Guid run, int index, Stream content, CancellationToken ct)
    {
        Directory.CreateDirectory(GetRunFolder(run));
        await using var file = File.Create(GetFilePath(run, index));
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[BufferSize];
        for (int read; (read = await content.ReadAsync(buffer, ct)) > 0;)
        {
            hash.AppendData(buffer, 0, read);
            await file.WriteAsync(buffer.AsMemory(0, read), ct);
        }
        return (file.Length, Convert.ToHexStringLower(hash.GetCurrentHash()));
    }

    /// <summary>Returns the stored files of a run, in the order of its sources.</summary>
    public IReadOnlyList<ImportableFile> GetFiles(ImportRun run) =>
        [.. run.Sources
            .Select((source, index) => new ImportableFile(source.Name, source.Size, () => File.OpenRead(GetFilePath(run.Id, index))))];

    /// <summary>True if this server has files of the run.</summary>
    public bool HasFiles(Guid run) => Directory.Exists(GetRunFolder(run));

    /// <summary>Returns the runs of the current library whose files are still stored.</summary>
    public IReadOnlyList<Guid> ListRunIds() => !Directory.Exists(Folder) ? []
        : [.. Directory.EnumerateDirectories(Folder).Select(path => Guid.TryParse(Path.GetFileName(path), out var id) ? id : (Guid?)null)
            .OfType<Guid>().Order()];

    /// <summary>True if files of a run of any library are still stored.</summary>
    public bool HasAnyFiles =>
        LibraryFolder.GetAllPaths(defaultFolder).Any(folder => Directory.Exists(folder) && Directory.EnumerateDirectories(folder).Any());

    /// <summary>Returns when something in a run's folder was last written.</summary>
    public DateTimeOffset GetLastWriteTime(Guid run)
    {
        try
        {
            var folder = new DirectoryInfo(GetRunFolder(run));
            return folder.EnumerateFiles().Select(file => file.LastWriteTimeUtc).Append(folder.LastWriteTimeUtc).Max();
        }
        catch (DirectoryNotFoundException)
        {
            return DateTimeOffset.MinValue;
        }
    }

    /// <summary>
    /// Deletes the files of a run. Throws nothing if they cannot be deleted; they then stay until the next call.
    /// </summary>
    public void Remove(Guid run)
    {
        try
        {
            if (HasFiles(run)) Directory.Delete(GetRunFolder(run), recursive: true);
            undeletableRuns.TryRemove(run, out _);
        }
        catch (DirectoryNotFoundException)
        {
            // Another caller has already deleted the folder.
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Called every few seconds, so logged only once.
            if (undeletableRuns.TryAdd(run, true)) LogUndeletable(run, e.Message);
        }
    }

    private string Folder => LibraryFolder.GetPath(defaultFolder);

    private string GetRunFolder(Guid run) => Path.Combine(Folder, run.ToString());

    private string GetFilePath(Guid run, int index) => Path.Combine(GetRunFolder(run), index.ToString(CultureInfo.InvariantCulture));

    [LoggerMessage(Level = LogLevel.Warning,
        Message = "Can't delete the files of import {Run} ({Reason}). Retrying later.")]
    private partial void LogUndeletable(Guid run, string reason);
}
