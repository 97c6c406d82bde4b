using Sovia.Media;

namespace Sovia.Tests.Media;

/// <summary>A media root of one test, with a folder beside it that nothing may be read from.</summary>
public sealed class MediaFolder : IDisposable
{
    private readonly string top = Directory.CreateTempSubdirectory("sovia-media-").FullName;

    public string Root => Directory.CreateDirectory(Path.Combine(top, "media")).FullName;

    public string Outside => Directory.CreateDirectory(Path.Combine(top, "outside")).FullName;

    public MediaFileLocator Media => new(new([Root]));

    /// <summary>Writes a file and its folders; the path is relative to the root unless it is absolute.</summary>
    public string Write(string path, string text = "bytes") => Write(path, System.Text.Encoding.UTF8.GetBytes(text));

    public string Write(string path, byte[] bytes)
    {
        var full = GetPath(path);
        File.WriteAllBytes(full, bytes);
        return full;
    }

    /// <summary>The absolute path of a thing to be made under the root; its folder is there.</summary>
    public string GetPath(string path)
    {
        var full = Path.Combine(Root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        return full;
    }

    public void Dispose() => Directory.Delete(top, recursive: true);
}
