namespace Sovia.Storage.PrivateServer;

/// <summary>
/// A file that the server and all its child processes keep locked while any of them lives. The kernel keeps such a lock across
/// containers that share the folder, where a pid is meaningless.
/// </summary>
internal sealed class ServerLockFile(string cluster, ServerAccount account)
{
    private const string Name = "server.lock";

    private static readonly TimeSpan ReleaseTimeout = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(200);

    // The lock belongs to the open file description, which the server inherits from pg_ctl.
    private const string LockAndRunScript = $"exec 9>>{Name}; flock -n 9 || exit 75; exec \"$@\"";

    /// <summary>
    /// The prefix of the command that starts the server, which runs in the cluster's folder; empty if the system has no flock.
    /// </summary>
    public static IReadOnlyList<string> CommandPrefix => IsAvailable ? ["sh", "-c", LockAndRunScript, "sh"] : [];

    private static bool IsAvailable { get; } = OperatingSystem.IsLinux()
        && new[] { "/usr/bin/flock", "/bin/flock", "/usr/local/bin/flock" }.Any(System.IO.File.Exists);

    /// <summary>Returns whether a server of this cluster is alive, in any container.</summary>
    public async Task<bool> IsHeldAsync(CancellationToken ct)
    {
        if (!IsAvailable || !System.IO.File.Exists(Path.Combine(cluster, Name))) return false;
        // A server that was just killed releases the lock when its last process exits. Polls because BusyBox's flock has no -w option.
        for (var triesLeft = ReleaseTimeout / PollInterval; ; triesLeft--)
        {
            if ((await ProcessRunner.RunAsync(account.BuildCommandLine("flock", "-n", Name, "true"), ct, cluster)).Succeeded) return false;
            if (triesLeft <= 0) return true;
            await Task.Delay(PollInterval, ct);
        }
    }
}
