using Npgsql;

namespace Sovia.Storage.PrivateServer;

/// <summary>Starts and stops the server of one cluster. Only one site at a time may do either.</summary>
internal sealed class Server(PrivatePostgresOptions options, Cluster cluster, Binaries binaries, ServerAccount account, Sites sites)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private readonly ServerLock serverLock = new(cluster.Folder, account);

    // A server that is brought back must be where the site looks for it.
    private Address? known;

    /// <summary>Joins the server if it runs, brings it up if not, and sees to it that the database is there.</summary>
    public async Task<Address> EnsureAsync(CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            var running = await Postmaster.RunningAsync(cluster.Folder, account, ct);
            var address = AddressOf(running);
            await address.PrepareAsync(account, ct);
            if (running is { IsReady: true } && address.Socket is { } socket && !File.Exists(socket))
            {
                options.Say("The database's socket is gone; starting the server again.");
                await StopAsync(ct);
                continue;
            }

            if (running is null)
            {
                var log = await StartAsync(address, ct);
                if (log is not null && attempt == 3)
                    throw new PrivatePostgresException(Words.StartFailed(cluster.Folder, log));

                // What a killed server left in memory may need a moment to go.
                if (log is not null)
                    await Task.Delay(TimeSpan.FromSeconds(1), ct);
            }

            if (await AnswersAsync(address, ct))
                return known = address;
        }
    }

    /// <summary>The server is there and can be reached.</summary>
    public async Task<bool> IsUpAsync(CancellationToken ct) =>
        await Postmaster.RunningAsync(cluster.Folder, account, ct) is { } running
        && (!running.IsReady || AddressOf(running).Socket is not { } socket || File.Exists(socket));

    /// <summary>Ends all sessions, writes everything to disk and stops; does nothing when no server runs.</summary>
    public async Task StopAsync(CancellationToken ct)
    {
        var running = await Postmaster.RunningAsync(cluster.Folder, account, ct);
        if (running is not null)
        {
            await Command.RunAsync(account.Line(binaries.PgCtl, "stop", "-D", ".", "-m", "fast", "-t", "120"), ct, cluster.Folder);
            while (await Postmaster.RunningAsync(cluster.Folder, account, ct) is not null)
                await Task.Delay(20, ct);
        }
        else if (await serverLock.IsHeldAsync(ct))
        {
            return; // It lives where it cannot be seen, and its socket may be this one.
        }

        if (AddressOf(running) is { Socket: not null } address && Directory.Exists(address.Host))
            Directory.Delete(address.Host, recursive: true);
    }

    private Address AddressOf(Postmaster? running) => options.Loopback
        ? Address.OnLoopback(running?.Port ?? known?.Port, cluster.Password())
        : Address.OnSocket(options.DataDirectory);

    // Null when it started, else what it said.
    private async Task<string?> StartAsync(Address address, CancellationToken ct)
    {
        await EndOrphansAsync(ct);
        // The pid file of a server in another container names a process that cannot be seen from here. Taken for stale, it would let a
        // second server write into the same files.
        if (await serverLock.IsHeldAsync(ct) || sites.OthersSeeOtherProcesses())
            throw new PrivatePostgresException(Words.RunsElsewhere(cluster.Folder));
        Clear(address);
        var log = Path.Combine(cluster.Folder, "server.log");
        if (new FileInfo(log) is { Exists: true, Length: > 8 << 20 })
            File.Move(log, log + ".old", overwrite: true);

        // The folder is given as where to stand: pg_ctl hands paths to a shell, which would read a $ in one.
        var answer = await Command.RunAsync(
            account.Line([.. ServerLock.Prefix, binaries.PgCtl, "start", "-w", "-t", "600", "-D", ".", "-l", "server.log", "-o", address.ServerOptions]),
            ct, cluster.Folder);
        if (answer.Ok)
            return null;
        return File.Exists(log) ? string.Join('\n', File.ReadLines(log).TakeLast(12)) : answer.Output;
    }

    // Processes of a killed server, which end as soon as they notice.
    private async Task EndOrphansAsync(CancellationToken ct)
    {
        for (var waited = 0; Postmaster.Orphans(cluster.Folder) is { Count: > 0 } orphans; waited++)
        {
            if (waited == 250)
                orphans.ToList().ForEach(Postmaster.Kill);
            await Task.Delay(20, ct);
        }
    }

    // A killed server leaves its pid file and socket; in a container its pid is soon another's, and the file would bar the way.
    private void Clear(Address address)
    {
        File.Delete(Postmaster.FileOf(cluster.Folder));
        if (address.Socket is { } socket)
        {
            File.Delete(socket);
            File.Delete(socket + ".lock");
        }
    }

    // False when the server ended before it answered.
    private async Task<bool> AnswersAsync(Address address, CancellationToken ct)
    {
        var asked = TimeProvider.System.GetTimestamp();
        var said = false;
        while (TimeProvider.System.GetElapsedTime(asked) < Patience)
        {
            try
            {
                await Database.EnsureAsync(address, ct);
                return true;
            }
            catch (NpgsqlException e) when (!ct.IsCancellationRequested)
            {
                if (!e.IsTransient)
                    throw new PrivatePostgresException(Words.Refused(cluster.Folder, e.Message), e);
                if (await Postmaster.RunningAsync(cluster.Folder, account, ct) is null)
                    return false;
            }

            if (!said && TimeProvider.System.GetElapsedTime(asked) > TimeSpan.FromSeconds(3))
            {
                said = true;
                options.Say("The database is getting ready (after a crash it first replays what was written last).");
            }

            await Task.Delay(20, ct);
        }

        throw new PrivatePostgresException(Words.NoAnswer(cluster.Folder));
    }
}
