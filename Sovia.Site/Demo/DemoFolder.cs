using Sovia.Media;
using Sovia.Storage;

namespace Sovia.Demo;

/// <summary>The folder of the demo's images and videos: a media folder with the same layout as downloaded media.</summary>
/// <param name="DefaultFolder">The folder of the default library, an absolute path inside the data directory.</param>
public sealed record DemoFolder(string DefaultFolder)
{
    /// <summary>The folder of the current library.</summary>
    public string Folder => LibraryFolder.GetPath(DefaultFolder);

    /// <summary>Returns the path of a URL's file.</summary>
    public string GetPath(string url) => Path.Combine(Folder, MediaPath.GetCandidates(url, null)[0]);

    /// <summary>Returns whether a URL's file exists.</summary>
    public bool Contains(string url) => File.Exists(GetPath(url));

    /// <summary>Writes a URL's file atomically.</summary>
    /// <param name="url">The URL.</param>
    /// <param name="write">Writes the file to the given path.</param>
    public async Task WriteAsync(string url, Func<string, Task> write)
    {
        var path = GetPath(url);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var tempPath = Path.Combine(Path.GetDirectoryName(path)!, $".sovia-{Guid.NewGuid():N}{Path.GetExtension(path)}");
        try
        {
            await write(tempPath);
            if (File.Exists(tempPath)) File.Move(tempPath, path, overwrite: true);
        }
        finally
        {
            File.Delete(tempPath);
        }
    }

    /// <summary>Deletes the folder.</summary>
    public void Delete()
    {
        if (Directory.Exists(Folder)) Directory.Delete(Folder, recursive: true);
    }
}
