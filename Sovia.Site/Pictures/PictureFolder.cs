using Sovia.Storage;

namespace Sovia.Pictures;

/// <summary>
/// Stores the built pictures of each library on disk. Writes each picture to a temporary file in <c>.building</c> and renames it when
/// complete, so that a killed process never leaves half a picture. A concurrent build of the same picture replaces it with the same bytes.
/// </summary>
/// <param name="defaultFolder">The default library's folder: an absolute path inside the data directory, created on first write.</param>
/// <param name="clock">Determines the age of leftovers.</param>
public sealed class PictureFolder(string defaultFolder, TimeProvider clock)
{
    /// <summary>
    /// Minimum age of a partial picture to count as a leftover. A younger one may still belong to another process; no build takes longer.
    /// </summary>
    public static readonly TimeSpan LeftoverAge = TimeSpan.FromMinutes(10);

    private const string Building = ".building";

    /// <summary>Returns whether the picture has been built.</summary>
    public bool Contains(PictureKey key) => new FileInfo(GetPath(key)) is { Exists: true, Length: > 0 };

    /// <summary>Opens a built picture; null if it has not been built. The caller disposes the stream.</summary>
    public FileStream? Open(PictureKey key)
    {
        try
        {
            var file = new FileStream(GetPath(key),
                new FileStreamOptions { Share = FileShare.Read | FileShare.Delete, Options = FileOptions.Asynchronous, BufferSize = 0 });

            // A power cut can leave a renamed file empty.
            if (file.Length > 0) return file;
            file.Dispose();
            return null;
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Stores a picture.</summary>
    /// <exception cref="IOException">The disk is full or cannot be written.</exception>
    public async Task WriteAsync(PictureKey key, byte[] bytes, CancellationToken ct)
    {
        var tempPath = Path.Combine(
            Directory.CreateDirectory(Path.Combine(LibraryFolder.GetPath(defaultFolder, key.Library), Building)).FullName,
            $"{Guid.NewGuid():N}{key.Format.Extension}");
        try
        {
            await File.WriteAllBytesAsync(tempPath, bytes, ct);
            Directory.CreateDirectory(Path.GetDirectoryName(GetPath(key))!);
            File.Move(tempPath, GetPath(key), overwrite: true);
        }
        finally
        {
            File.Delete(tempPath);
        }
    }

    /// <summary>Deletes all pictures of a content in the current library, so that they are built again.</summary>
    /// <param name="sha256">SHA-256 of the content, 64 lower-case hex digits.</param>
    public void DeleteAll(string sha256)
    {
        var directory = Path.GetDirectoryName(GetPath(new(sha256, PictureVariant.Poster, PictureFormat.Webp)))!;
        if (Directory.Exists(directory)) Directory.Delete(directory, recursive: true);
    }

    /// <summary>Deletes the partial files that killed processes left in any library.</summary>
    /// <returns>The number of files deleted.</returns>
    public int DeletePartialFiles()
    {
        var leftovers = LibraryFolder.GetAllPaths(defaultFolder).Select(folder => new DirectoryInfo(Path.Combine(folder, Building)))
            .Where(building => building.Exists)
            .SelectMany(building => building.EnumerateFiles())
            .Where(file => file.LastWriteTimeUtc < clock.GetUtcNow().UtcDateTime - LeftoverAge).ToList();
        foreach (var file in leftovers) file.Delete();
        return leftovers.Count;
    }

    private string GetPath(PictureKey key) => Path.Combine(LibraryFolder.GetPath(defaultFolder, key.Library), key.RelativePath);
}
