using System.Text;

namespace Sovia.Storage;

/// <summary>
/// Identifies this node by its data directory, so that a process that starts on the same directory later takes over the files left there.
/// </summary>
/// <param name="dataDirectory">Returns the path of the data directory.</param>
public sealed class NodeId(Func<string> dataDirectory)
{
    private const string FileName = "node";

    private static readonly TimeSpan RetryDelay = TimeSpan.FromMilliseconds(20);

    private readonly Lazy<string> value = new(() => ReadOrCreate(Path.Combine(dataDirectory(), FileName)));

    /// <summary>The id: lower-case letters and digits, generated once per data directory.</summary>
    public string Value => value.Value;

    private static string ReadOrCreate(string path)
    {
        for (var triesLeft = 250; ; triesLeft--)
            try
            {
                // Two sites may start on one directory at once; only one of them can open the file.
                using var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
                using var reader = new StreamReader(file, Encoding.UTF8, leaveOpen: true);
                if (reader.ReadToEnd().Trim() is { Length: > 0 and <= 32 } existingId && existingId.All(char.IsAsciiLetterOrDigit))
                    return existingId.ToLowerInvariant();
                var newId = $"{Guid.NewGuid():N}";
                file.SetLength(0);
                file.Write(Encoding.UTF8.GetBytes(newId));
                file.Flush(flushToDisk: true);
                return newId;
            }
            catch (IOException) when (triesLeft > 0 && File.Exists(path))
            {
                Thread.Sleep(RetryDelay);
            }
    }
}
