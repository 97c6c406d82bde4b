namespace Sovia.Storage.PrivateServer;

/// <summary>A PostgreSQL server of Sovia's own: made on first use, shared by all sites on one data directory, stopped by the last.</summary>
public sealed class PrivatePostgres : IAsyncDisposable
{
    private static readonly TimeSpan LongestStop = TimeSpan.FromMinutes(3);

    private readonly PrivatePostgresOptions options;
    private readonly Sites sites;
    private readonly Server server;
    private readonly CancellationTokenSource leaving = new();
    private readonly Task watch;
    private readonly Lazy<Task> departure;

    private PrivatePostgres(PrivatePostgresOptions options, Sites sites, Server server, Address address)
    {
        (this.options, this.sites, this.server) = (options, sites, server);
        ConnectionString = address.ConnectionTo(Cluster.Owner, pooling: true);
        departure = new(LeaveAsync);
        watch = WatchAsync();
    }

    /// <summary>To the database <c>sovia</c>, as the user <c>sovia</c>, who may do everything in it.</summary>
    public string ConnectionString { get; }

    /// <summary>Finds the programs, makes the cluster if there is none, and starts the server or joins the one that runs.</summary>
    /// <exception cref="PrivatePostgresException">There is no server to be had; the message says what to do.</exception>
    public static async Task<PrivatePostgres> StartAsync(PrivatePostgresOptions options, CancellationToken ct)
    {
        options = DataFolder.Open(options);
        var sites = new Sites(Path.Combine(options.DataDirectory, "postgres-sites"));
        await using var turn = await sites.EnterAsync(options.Say, ct);

        var cluster = new Cluster(options);
        var account = await ServerAccount.ForAsync(cluster.Folder, options, ct);
        await DataFolder.LetThroughAsync(options, account, ct);
        await DataFolder.HandOverAsync(cluster.Folder, options, account, ct);
        var major = cluster.Major();
        var binaries = await new BinarySearch(options, account).FindAsync(cluster.Folder, major, ct);
        var server = new Server(options, cluster, binaries, account, sites);
        sites.Join();
        try
        {
            if (options.Loopback)
                cluster.Password();
            if (major is null)
                await cluster.CreateAsync(binaries, account, ct);
            return new(options, sites, server, await server.EnsureAsync(ct));
        }
        catch
        {
            using var patience = new CancellationTokenSource(LongestStop);
            if (!sites.LeaveAndSeeWhetherOthersRemain())
                await server.StopAsync(patience.Token);
            throw;
        }
    }

    /// <summary>Leaves the server, and stops it if no other site uses it. Never throws; may be called again.</summary>
    public ValueTask DisposeAsync() => new(departure.Value);

    private async Task LeaveAsync()
    {
        await leaving.CancelAsync();
        await watch;
        using var patience = new CancellationTokenSource(LongestStop);
        try
        {
            await using var turn = await sites.EnterAsync(options.Say, patience.Token);
            if (!sites.LeaveAndSeeWhetherOthersRemain())
                await server.StopAsync(patience.Token);
        }
        catch (Exception e) when (e is PrivatePostgresException or IOException or UnauthorizedAccessException or OperationCanceledException)
        {
            options.Say($"The database could not be stopped and runs on, which does no harm: {e.Message}");
        }

        leaving.Dispose();
    }

    // A server that was killed comes back under the same address, so that the site needs no restart.
    private async Task WatchAsync()
    {
        using var beat = new PeriodicTimer(TimeSpan.FromSeconds(1));
        try
        {
            while (await beat.WaitForNextTickAsync(leaving.Token))
                beat.Period = await BringBackAsync(leaving.Token) ? TimeSpan.FromSeconds(1) : TimeSpan.FromSeconds(30);
        }
        catch (OperationCanceledException)
        {
            // The site is leaving.
        }
    }

    private async Task<bool> BringBackAsync(CancellationToken ct)
    {
        try
        {
            if (await server.IsUpAsync(ct))
                return true;
            await using var turn = await sites.EnterAsync(options.Say, ct);
            if (await server.IsUpAsync(ct))
                return true;
            options.Say("The database server has gone; starting it again.");
            await server.EnsureAsync(ct);
            return true;
        }
        catch (Exception e) when (e is PrivatePostgresException or IOException or UnauthorizedAccessException)
        {
            options.Say(e.Message);
            return false;
        }
    }
}
