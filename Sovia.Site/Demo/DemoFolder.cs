using Sovia.MediaFiles;
using Sovia.Storage;

namespace Sovia.Demo;

/// <summary>Where the demo's pictures and clips lie: laid out like downloaded media, in a media root of their own.</summary>
/// <param name="Usual">The folder of the only account's library, an absolute path inside the data directory.</param>
public sealed record DemoFolder(string Usual)
{
    /// <summary>The folder of the current library.</summary>
    public string Folder => LibraryFolder.Of(Usual);

    /// <summary>The address a still is said to have come from.</summary>
    public static string StillUrl(Guid id) => $"https://imagine-public.x.ai/imagine-public/images/{id}.jpg";

    /// <summary>The address a clip is said to have come from.</summary>
    public static string ClipUrl(Guid id) => $"https://imagine-public.x.ai/imagine-public/share-videos/{id}.mp4";

    /// <summary>Where the bytes of an address lie.</summary>
    public string PathOf(string url) => Path.Combine(Folder, MediaPath.Candidates(url, null)[0]);

    /// <summary>Whether they are there.</summary>
    public bool Holds(string url) => File.Exists(PathOf(url));

    /// <summary>Puts bytes there, whole or not at all.</summary>
    /// <param name="url">The address.</param>
    /// <param name="write">Writes the file whose path it is given.</param>
    public async Task PutAsync(string url, Func<string, Task> write)
    {
        var path = PathOf(url);
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
    public void Remove()
    {
        if (Directory.Exists(Folder)) Directory.Delete(Folder, recursive: true);
    }
}
