using Sovia.Storage;

namespace Sovia.Similarity;

/// <summary>Stores similarity indexes on disk, one file per library, so that they need not be rebuilt on start.</summary>
/// <param name="folder">The folder of the default library's index.</param>
/// <param name="clock">Provides the current time, to find leftover files.</param>
/// <param name="logger">Logs files that cannot be read.</param>
public sealed partial class SimilarityIndexStore(string folder, TimeProvider clock, ILogger<SimilarityIndexStore> logger)
{
    private static readonly TimeSpan MinLeftoverAge = TimeSpan.FromMinutes(10);

    /// <summary>Returns the path of a library's index file.</summary>
    public string GetPath(string library) => Path.Combine(LibraryFolder.GetPath(folder, library), "index");

    /// <summary>Returns whether an index of a library is stored.</summary>
    public bool Exists(string library) => File.Exists(GetPath(library));

    /// <summary>Loads the index of a library; null if there is none, or if the file is damaged or of another format.</summary>
    public VersionedSimilarityIndex? Load(string library)
    {
        if (!Exists(library)) return null;
        try
        {
            using var file = File.OpenRead(GetPath(library));
            return SimilarityIndexReader.Read(file, library);
        }
        catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            LogUnreadable(e.Message);
            return null;
        }
    }

    /// <summary>Saves an index, replacing the previous file atomically.</summary>
    public void Save(string library, VersionedSimilarityIndex index)
    {
        var path = GetPath(library);
        var parent = Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        // Deletes files left by a process that ended while writing.
        foreach (var leftoverFile in parent.EnumerateFiles($"{Path.GetFileName(path)}.*"))
            if (leftoverFile.LastWriteTimeUtc < clock.GetUtcNow().UtcDateTime - MinLeftoverAge) leftoverFile.Delete();
        // A unique name, because two sites may share the folder.
        var temporaryPath = $"{path}.{Guid.NewGuid():N}";
        try
        {
            using (var file = File.Create(temporaryPath)) SimilarityIndexWriter.Write(file, library, index);
            File.Move(temporaryPath, path, overwrite: true);
        }
        finally
        {
            File.Delete(temporaryPath);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Rebuilding the similarity index, because its file can't be used: {Reason}")]
    private partial void LogUnreadable(string reason);
}
