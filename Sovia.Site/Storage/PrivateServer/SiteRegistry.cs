namespace Sovia.Storage.PrivateServer;

/// <summary>
/// The sites that use one data directory. Each holds a file of its own open; the operating system lets go of it whichever way
/// the site ends, so a killed site does not count.
/// </summary>
internal sealed class SiteRegistry(string folder)
{
    // EWOULDBLOCK of Linux and of macOS; sharing and lock violation of Windows.
    private static readonly int[] Taken = [11, 35, unchecked((int)0x80070020), unchecked((int)0x80070021)];

    private const string Suffix = ".site";

    // The kernel's number for the processes that can be seen from here; in another container it is another.
    private static readonly string Processes = Namespace();

    private FileStream? mine;

    /// <summary>Waits until no other site is starting or stopping the server; dispose what is returned to let the next one go on.</summary>
    public async Task<FileStream> LockAsync(Action<string> say, CancellationToken ct)
    {
        for (var waited = 0; ; waited++)
        {
            if (TryHold(Path.Combine(folder, "lock"), FileOptions.None) is { } held)
                return held;
            if (waited == 100)
                say("Another Sovia is starting or stopping the database; waiting for it.");
            await Task.Delay(20, ct);
        }
    }

    /// <summary>Counts this site in. Call between entering and leaving.</summary>
    public void Register() =>
        mine ??= TryHold(Path.Combine(folder, $"{Guid.NewGuid():N}.{Processes}{Suffix}"), FileOptions.DeleteOnClose);

    /// <summary>
    /// Whether a living site sees other processes than this one does, as one in another container would: its server cannot be seen from
    /// here.
    /// </summary>
    public bool HasSitesInOtherPidNamespaces()
    {
        foreach (var file in Directory.EnumerateFiles(folder, $"*{Suffix}")
            .Where(file => !file.EndsWith($".{Processes}{Suffix}", StringComparison.Ordinal)).ToList())
        {
            using var dead = TryHold(file, FileOptions.DeleteOnClose);
            if (dead is null) return true;
        }

        return false;
    }

    /// <summary>Counts this site out and tells whether others remain. Call between entering and leaving.</summary>
    public bool UnregisterAndCheckForOthers()
    {
        mine?.Dispose();
        mine = null;
        var remain = false;
        foreach (var file in Directory.EnumerateFiles(folder, $"*{Suffix}").ToList())
        {
            using var dead = TryHold(file, FileOptions.DeleteOnClose);
            remain |= dead is null;
        }

        return remain;
    }

    private static string Namespace()
    {
        try
        {
            var link = OperatingSystem.IsLinux() ? new FileInfo("/proc/self/ns/pid").LinkTarget : null;
            return string.Concat((link ?? "").Where(char.IsAsciiDigit));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    private static FileStream? TryHold(string path, FileOptions options)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, options);
        }
        catch (IOException e) when (Taken.Contains(e.HResult))
        {
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new PrivatePostgresException(PrivatePostgresMessages.NoDataDirectory(Path.GetDirectoryName(path)!, e.Message), e);
        }
    }
}
