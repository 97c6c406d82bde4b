namespace Sovia.Storage;

/// <summary>This node: a data directory. Whatever process works on it, also after a restart, has the files that were left in it.</summary>
/// <param name="dataDirectory">Finds the data directory.</param>
public sealed class NodeId(Func<string> dataDirectory)
{
    private const string FileName = "node";

    private readonly Lazy<string> value = new(() => Read(Path.Combine(dataDirectory(), FileName)));

    /// <summary>Lower-case letters and digits, made once for a data directory.</summary>
    public string Value => value.Value;

    private static string Read(string path)
    {
        while (true)
        {
            if (File.Exists(path) && File.ReadAllText(path).Trim() is { Length: > 0 and <= 32 } known && known.All(char.IsAsciiLetterOrDigit)) return known.ToLowerInvariant();
            // Two sites may start on one directory at once: the file appears whole, and the first one counts.
            var made = $"{path}.{Guid.NewGuid():N}";
            File.WriteAllText(made, $"{Guid.NewGuid():N}");
            try
            {
                File.Move(made, path, overwrite: File.Exists(path));
            }
            catch (IOException) when (File.Exists(path))
            {
                File.Delete(made);
            }
        }
    }
}
