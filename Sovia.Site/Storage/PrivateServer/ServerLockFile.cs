namespace Sovia.Storage.PrivateServer;

/// <summary>
/// A file that the server and all its processes hold locked for as long as any of them lives. The kernel keeps such a lock across
/// containers that share the folder, where a pid says nothing.
/// </summary>
internal sealed class ServerLockFile(string cluster, ServerAccount account)
{
    private const string File = "server.lock";

    private static readonly TimeSpan ReleaseTimeout = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    // The lock belongs to the open file, which pg_ctl hands on to the server.
    private const string HoldAndRun = $"exec 9>>{File}; flock -n 9 || exit 75; exec \"$@\"";

    /// <summary>
    /// What is put in front of the command that starts the server, which runs in the cluster's folder; nothing where the system has no
    /// flock.
    /// </summary>
    public static IReadOnlyList<string> CommandPrefix => IsAvailable ? ["sh", "-c", HoldAndRun, "sh"] : [];

    private static bool IsAvailable { get; } = OperatingSystem.IsLinux()
        && new[] { "/usr/bin/flock", "/bin/flock", "/usr/local/bin/flock" }.Any(System.IO.File.Exists);

    /// <summary>Whether a server of this cluster lives, in whichever container.</summary>
    public async Task<bool> IsHeldAsync(CancellationToken ct)
    {
        if (!IsAvailable || !System.IO.File.Exists(Path.Combine(cluster, File))) return false;
        // A server that was just killed lets go when the last of its processes has ended. Not every flock can wait: that of BusyBox knows
        // no -w.
        for (var tries = ReleaseTimeout / Pause; ; tries--)
        {
            if ((await ProcessRunner.RunAsync(account.BuildCommandLine("flock", "-n", File, "true"), ct, cluster)).Succeeded) return false;
            if (tries <= 0) return true;
            await Task.Delay(Pause, ct);
        }
    }
}
