namespace Sovia.Storage.PrivateServer;

/// <summary>
/// The sites that use one data directory. Each site keeps its own file open; the operating system releases the file however the site
/// ends, so a killed site does not count.
/// </summary>
internal sealed class SiteRegistry(string folder)
{
    // EWOULDBLOCK on Linux and macOS, sharing violation and lock violation on Windows.
    private static readonly int[] LockErrorCodes = [11, 35, unchecked((int)0x80070020), unchecked((int)0x80070021)];

    private const string Suffix = ".site";

    // The kernel's id of this process's pid namespace, which differs between containers.
    private static readonly string PidNamespace = ReadPidNamespace();

    private FileStream? ownFile;

    /// <summary>Waits until no other site is starting or stopping the server. Dispose the result to release the lock.</summary>
    public async Task<FileStream> LockAsync(Action<string> log, CancellationToken ct)
    {
        for (var polls = 0; ; polls++)
        {
            if (TryOpenExclusive(Path.Combine(folder, "lock"), FileOptions.None) is { } lockFile)
                return lockFile;
            if (polls == 100)
                log("Another Sovia is starting or stopping the database; waiting for it.");
            await Task.Delay(20, ct);
        }
    }

    /// <summary>Registers this site. Call while holding the lock.</summary>
    public void Register() =>
        ownFile ??= TryOpenExclusive(Path.Combine(folder, $"{Guid.NewGuid():N}.{PidNamespace}{Suffix}"), FileOptions.DeleteOnClose);

    /// <summary>
    /// Returns whether a running site is in another pid namespace, such as another container, so that its server is invisible here.
    /// </summary>
    public bool HasSitesInOtherPidNamespaces()
    {
        foreach (var file in Directory.EnumerateFiles(folder, $"*{Suffix}")
            .Where(file => !file.EndsWith($".{PidNamespace}{Suffix}", StringComparison.Ordinal)).ToList())
        {
            using var staleFile = TryOpenExclusive(file, FileOptions.DeleteOnClose);
            if (staleFile is null) return true;
        }

        return false;
    }

    /// <summary>Unregisters this site and returns whether others remain. Call while holding the lock.</summary>
    public bool UnregisterAndCheckForOthers()
    {
        ownFile?.Dispose();
        ownFile = null;
        var hasOthers = false;
        foreach (var file in Directory.EnumerateFiles(folder, $"*{Suffix}").ToList())
        {
            using var staleFile = TryOpenExclusive(file, FileOptions.DeleteOnClose);
            hasOthers |= staleFile is null;
        }

        return hasOthers;
    }

    private static string ReadPidNamespace()
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

    private static FileStream? TryOpenExclusive(string path, FileOptions options)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, options);
        }
        catch (IOException e) when (LockErrorCodes.Contains(e.HResult))
        {
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new PrivatePostgresException(PrivatePostgresMessages.NoDataDirectory(Path.GetDirectoryName(path)!, e.Message), e);
        }
    }
}
