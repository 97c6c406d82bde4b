using System.Diagnostics;

namespace Sovia.Tests.Support;

/// <summary>
/// A folder named by an id that no program can delete by its path, not even an administrator's: what is in it lies too deep.
/// </summary>
internal sealed class UndeletableFolder : IDisposable
{
    private readonly string path;

    public UndeletableFolder(string within)
    {
        path = Path.Combine(within, Id.ToString());
        Directory.CreateDirectory(path);
        Shell("""cd "$0"; while [ $# -gt 1 ]; do mkdir "$1" && cd -P "$1" || exit 1; shift; done; mkdir "$1" """,
            [.. NamesBelow(path.Length)]);
        Assert.ThrowsAny<IOException>(() => Directory.Delete(path, recursive: true));
    }

    /// <summary>Its name.</summary>
    public Guid Id { get; } = Guid.CreateVersion7();

    public void Dispose() => Shell("""rm -rf "$0" """);

    // The last one has the shortest path that is too long.
    private static IEnumerable<string> NamesBelow(int length)
    {
        const int tooLong = 4096, longestName = 255, usual = 200;
        for (; tooLong - length - 1 > longestName; length += usual + 1) yield return new('d', usual);
        yield return new('d', tooLong - length - 1);
    }

    private void Shell(string script, params string[] names)
    {
        using var shell = Process.Start("bash", ["-c", script, path, .. names]);
        shell.WaitForExit();
        Assert.Equal(0, shell.ExitCode);
    }
}
