using Sovia.Storage;

namespace Sovia.Similarity;

/// <summary>Keeps similarity indexes on disk, a file a library, so that a start need not make them again.</summary>
/// <param name="folder">Where that of the only account's library lies.</param>
/// <param name="logger">Told what could not be read.</param>
public sealed partial class SimilarityIndexStore(string folder, ILogger<SimilarityIndexStore> logger)
{
    /// <summary>Where the index of a library lies.</summary>
    public string GetPath(string library) => Path.Combine(LibraryFolder.GetPath(folder, library), "index");

    /// <summary>Whether one is kept of a library.</summary>
    public bool Exists(string library) => File.Exists(GetPath(library));

    /// <summary>What is kept of a library; null where that is nothing, damaged, or of another form.</summary>
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
            LogUnread(e.Message);
            return null;
        }
    }

    /// <summary>Keeps one. It takes the place of the last one whole.</summary>
    public void Save(string library, VersionedSimilarityIndex index)
    {
        var path = GetPath(library);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        // Two sites may share a folder.
        var beside = $"{path}.{Guid.NewGuid():N}";
        try
        {
            using (var file = File.Create(beside)) SimilarityIndexWriter.Write(file, library, index);
            File.Move(beside, path, overwrite: true);
        }
        finally
        {
            File.Delete(beside);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The kept index of similar posts is made again: {Reason}")]
    private partial void LogUnread(string reason);
}
