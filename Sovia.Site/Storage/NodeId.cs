using System.Text;

namespace Sovia.Storage;

/// <summary>
/// Identifies this node by its data directory, so that a process that starts on the same directory later takes over the files left there.
/// </summary>
/// <param name="dataDirectory">Returns the path of the data directory.</param>
public sealed class NodeId(Func<string> dataDirectory)
{
    private const string FileName = "node";

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    private readonly Lazy<string> value = new(() => Read(Path.Combine(dataDirectory(), FileName)));

    /// <summary>The id: lower-case letters and digits, generated once per data directory.</summary>
    public string Value => value.Value;

    private static string Read(string path)
    {
        for (var tries = 250; ; tries--)
            try
            {
                // Two sites may start on one directory at once; only one of them can open the file.
                using var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
                using var reader = new StreamReader(file, Encoding.UTF8, leaveOpen: true);
                if (reader.ReadToEnd().Trim() is { Length: > 0 and <= 32 } known && known.All(char.IsAsciiLetterOrDigit))
                    return known.ToLowerInvariant();
                var made = $"{Guid.NewGuid():N}";
                file.SetLength(0);
                file.Write(Encoding.UTF8.GetBytes(made));
                file.Flush(flushToDisk: true);
                return made;
            }
            catch (IOException) when (tries > 0 && File.Exists(path))
            {
                Thread.Sleep(Pause);
            }
    }
}
