using Sovia.Storage;

namespace Sovia.Pictures;

/// <summary>
/// The built pictures of each library on disk. Each is written under a temporary name in <c>.building</c> and renamed when whole, so that
/// whatever ends the process there is never half a picture; who builds the same one beside us renames the same bytes over it.
/// </summary>
/// <param name="usual">Of the only account's library: an absolute path inside the data directory; made when first written to.</param>
/// <param name="clock">Tells how old a leftover is.</param>
public sealed class PictureFolder(string usual, TimeProvider clock)
{
    /// <summary>
    /// How old a half-written picture must be to be a leftover: another process may still be at a younger one, and no build takes as long.
    /// </summary>
    public static readonly TimeSpan LeftoverAge = TimeSpan.FromMinutes(10);

    private const string Building = ".building";

    /// <summary>Whether it was built.</summary>
    public bool Contains(PictureKey key) => new FileInfo(PathOf(key)) is { Exists: true, Length: > 0 };

    /// <summary>Opens a built picture; null where it was not built. The caller disposes it.</summary>
    public FileStream? Open(PictureKey key)
    {
        try
        {
            var file = new FileStream(PathOf(key),
                new FileStreamOptions { Share = FileShare.Read | FileShare.Delete, Options = FileOptions.Asynchronous, BufferSize = 0 });

            // A power cut can leave a renamed file without its bytes.
            if (file.Length > 0) return file;
            file.Dispose();
            return null;
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Puts a picture in place.</summary>
    /// <exception cref="IOException">The disk is full or the like.</exception>
    public async Task WriteAsync(PictureKey key, byte[] bytes, CancellationToken ct)
    {
        var temporary = Path.Combine(Directory.CreateDirectory(Path.Combine(LibraryFolder.GetPath(usual, key.Library), Building)).FullName,
            $"{Guid.NewGuid():N}{key.Format.Extension}");
        try
        {
            await File.WriteAllBytesAsync(temporary, bytes, ct);
            Directory.CreateDirectory(Path.GetDirectoryName(PathOf(key))!);
            File.Move(temporary, PathOf(key), overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    /// <summary>Removes all pictures of a content of the current library, which are to be built otherwise.</summary>
    /// <param name="sha256">Of its bytes, 64 lower-case hex digits.</param>
    public void DeleteAll(string sha256)
    {
        var pictures = Path.GetDirectoryName(PathOf(new(sha256, PictureVariant.Poster, PictureFormat.Webp)))!;
        if (Directory.Exists(pictures)) Directory.Delete(pictures, recursive: true);
    }

    /// <summary>Removes what killed processes left half written, of whichever library.</summary>
    /// <returns>How many files.</returns>
    public int DeleteLeftovers()
    {
        var old = LibraryFolder.GetAllPaths(usual).Select(folder => new DirectoryInfo(Path.Combine(folder, Building)))
            .Where(building => building.Exists)
            .SelectMany(building => building.EnumerateFiles())
            .Where(file => file.LastWriteTimeUtc < clock.GetUtcNow().UtcDateTime - LeftoverAge).ToList();
        foreach (var file in old) file.Delete();
        return old.Count;
    }

    private string PathOf(PictureKey key) => Path.Combine(LibraryFolder.GetPath(usual, key.Library), key.RelativePath);
}
