using Sovia.Media;
using Sovia.Storage;

namespace Sovia.Demo;

/// <summary>Where the demo's pictures and clips lie: laid out like downloaded media, in a media root of their own.</summary>
/// <param name="DefaultFolder">The folder of the only account's library, an absolute path inside the data directory.</param>
public sealed record DemoFolder(string DefaultFolder)
{
    /// <summary>The folder of the current library.</summary>
    public string Folder => LibraryFolder.GetPath(DefaultFolder);

    /// <summary>Where the bytes of an address lie.</summary>
    public string GetPath(string url) => Path.Combine(Folder, MediaPath.GetCandidates(url, null)[0]);

    /// <summary>Whether they are there.</summary>
    public bool Contains(string url) => File.Exists(GetPath(url));

    /// <summary>Puts bytes there, whole or not at all.</summary>
    /// <param name="url">The address.</param>
    /// <param name="write">Writes the file whose path it is given.</param>
    public async Task WriteAsync(string url, Func<string, Task> write)
    {
        var path = GetPath(url);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var unfinished = Path.Combine(Path.GetDirectoryName(path)!, $".sovia-{Guid.NewGuid():N}{Path.GetExtension(path)}");
        try
        {
            await write(unfinished);
            if (File.Exists(unfinished)) File.Move(unfinished, path, overwrite: true);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    /// <summary>Removes all of it.</summary>
    public void Delete()
    {
        if (Directory.Exists(Folder)) Directory.Delete(Folder, recursive: true);
    }
}
