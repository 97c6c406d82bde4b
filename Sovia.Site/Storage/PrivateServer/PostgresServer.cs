using Npgsql;

namespace Sovia.Storage.PrivateServer;

/// <summary>Starts and stops the server of one cluster. Callers must hold the lock of <see cref="SiteRegistry"/>.</summary>
internal sealed class PostgresServer(PrivatePostgresOptions options, PostgresCluster postgresCluster, PostgresBinaries postgresBinaries,
    ServerAccount account, SiteRegistry siteRegistry)
{
    private static readonly TimeSpan StartupTimeout = TimeSpan.FromMinutes(10);

    private readonly ServerLockFile serverLockFile = new(postgresCluster.Folder, account);

    // A restarted server must listen where the site already connects to.
    private ServerEndpoint? lastEndpoint;

    /// <summary>Joins the running server or starts one, and ensures that the database exists.</summary>
    public async Task<ServerEndpoint> EnsureRunningAsync(CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            var running = await Postmaster.FindRunningAsync(postgresCluster.Folder, account, ct);
            var serverEndpoint = GetEndpoint(running);
            await serverEndpoint.PrepareSocketFolderAsync(account, ct);
            if (running is { IsReady: true } && serverEndpoint.SocketPath is { } socket && !File.Exists(socket))
            {
                options.Log("The database's socket is gone; starting the server again.");
                await StopAsync(ct);
                continue;
            }

            if (running is null)
            {
                var failureLog = await StartAsync(serverEndpoint, ct);
                if (failureLog is not null && attempt == 3)
                    throw new PrivatePostgresException(PrivatePostgresMessages.StartFailed(postgresCluster.Folder, failureLog));

                // The shared memory of a killed server may take a moment to be released.
                if (failureLog is not null)
                    await Task.Delay(TimeSpan.FromSeconds(1), ct);
            }

            if (await WaitUntilReadyAsync(serverEndpoint, ct))
                return lastEndpoint = serverEndpoint;
        }
    }

    /// <summary>Returns whether the server runs and can be reached.</summary>
    public async Task<bool> IsUpAsync(CancellationToken ct) =>
        await Postmaster.FindRunningAsync(postgresCluster.Folder, account, ct) is { } running
        && (!running.IsReady || GetEndpoint(running).SocketPath is not { } socket || File.Exists(socket));

    /// <summary>Ends all sessions, flushes everything to disk and stops the server; does nothing if none runs.</summary>
    public async Task StopAsync(CancellationToken ct)
    {
        var running = await Postmaster.FindRunningAsync(postgresCluster.Folder, account, ct);
        if (running is not null)
        {
            await ProcessRunner.RunAsync(account.BuildCommandLine(postgresBinaries.PgCtl, "stop", "-D", ".", "-m", "fast", "-t", "120"), ct,
                postgresCluster.Folder);
            while (await Postmaster.FindRunningAsync(postgresCluster.Folder, account, ct) is not null)
                await Task.Delay(20, ct);
        }
        else if (await serverLockFile.IsHeldAsync(ct))
        {
            return; // The server runs in another container, and its socket may be this one.
        }

        if (GetEndpoint(running) is { SocketPath: not null } serverEndpoint && Directory.Exists(serverEndpoint.Host))
            Directory.Delete(serverEndpoint.Host, recursive: true);
    }

    private ServerEndpoint GetEndpoint(Postmaster? running) => options.UseLoopback
        ? ServerEndpoint.ForLoopback(running?.Port ?? lastEndpoint?.Port, postgresCluster.ReadOrCreatePassword())
        : ServerEndpoint.ForSocket(options.DataDirectory);

    // Returns null if the server started, else its output.
    private async Task<string?> StartAsync(ServerEndpoint serverEndpoint, CancellationToken ct)
    {
        await EndOrphansAsync(ct);
        // The pid file of a server in another container names a process that is invisible here. Treating it as stale would let a second
        // server write to the same files.
        if (await serverLockFile.IsHeldAsync(ct) || siteRegistry.HasSitesInOtherPidNamespaces())
            throw new PrivatePostgresException(PrivatePostgresMessages.RunsElsewhere(postgresCluster.Folder));
        DeleteStaleFiles(serverEndpoint);
        var logPath = Path.Combine(postgresCluster.Folder, "server.log");
        if (new FileInfo(logPath) is { Exists: true, Length: > 8 << 20 })
            File.Move(logPath, logPath + ".old", overwrite: true);

        // Passed as the working directory because pg_ctl hands paths to a shell, which would expand a $ in one.
        var result = await ProcessRunner.RunAsync(
            account.BuildCommandLine([.. ServerLockFile.CommandPrefix, postgresBinaries.PgCtl, "start", "-w", "-t", "600", "-D", ".", "-l",
                "server.log", "-o", serverEndpoint.ServerOptions]),
            ct, postgresCluster.Folder);
        if (result.Succeeded)
            return null;
        return File.Exists(logPath) ? string.Join('\n', File.ReadLines(logPath).TakeLast(12)) : result.Output;
    }

    // Waits for child processes of a killed server, which exit once they notice.
    private async Task EndOrphansAsync(CancellationToken ct)
    {
        for (var polls = 0; Postmaster.FindOrphans(postgresCluster.Folder) is { Count: > 0 } orphans; polls++)
        {
            if (polls == 250)
                orphans.ToList().ForEach(Postmaster.Kill);
            await Task.Delay(20, ct);
        }
    }

    // A killed server leaves its pid file and socket. In a container its pid is soon reused, and the stale file would block a start.
    private void DeleteStaleFiles(ServerEndpoint serverEndpoint)
    {
        File.Delete(Postmaster.GetPidFile(postgresCluster.Folder));
        if (serverEndpoint.SocketPath is { } socket)
        {
            File.Delete(socket);
            File.Delete(socket + ".lock");
        }
    }

    // Returns false if the server exited before it answered.
    private async Task<bool> WaitUntilReadyAsync(ServerEndpoint serverEndpoint, CancellationToken ct)
    {
        var startTimestamp = TimeProvider.System.GetTimestamp();
        var hasLogged = false;
        while (TimeProvider.System.GetElapsedTime(startTimestamp) < StartupTimeout)
        {
            try
            {
                await DatabaseCreator.EnsureCreatedAsync(serverEndpoint, ct);
                return true;
            }
            catch (NpgsqlException e) when (!ct.IsCancellationRequested)
            {
                if (!e.IsTransient)
                    throw new PrivatePostgresException(PrivatePostgresMessages.Refused(postgresCluster.Folder, e.Message), e);
                if (await Postmaster.FindRunningAsync(postgresCluster.Folder, account, ct) is null)
                    return false;
            }

            if (!hasLogged && TimeProvider.System.GetElapsedTime(startTimestamp) > TimeSpan.FromSeconds(3))
            {
                hasLogged = true;
                options.Log("The database is getting ready (after a crash it first replays what was written last).");
            }

            await Task.Delay(20, ct);
        }

        throw new PrivatePostgresException(PrivatePostgresMessages.NoAnswer(postgresCluster.Folder));
    }
}
