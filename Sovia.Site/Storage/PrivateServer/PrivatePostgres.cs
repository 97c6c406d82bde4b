namespace Sovia.Storage.PrivateServer;

/// <summary>
/// Sovia's own PostgreSQL server: created on first use, shared by all sites on one data directory, stopped by the last one to exit.
/// </summary>
public sealed class PrivatePostgres : IAsyncDisposable
{
    private static readonly TimeSpan StopTimeout = TimeSpan.FromMinutes(3);

    private readonly PrivatePostgresOptions options;
    private readonly SiteRegistry siteRegistry;
    private readonly PostgresServer postgresServer;
    private readonly CancellationTokenSource stopping = new();
    private readonly Task watchTask;
    private readonly Lazy<Task> leaveTask;

    private PrivatePostgres(PrivatePostgresOptions options, SiteRegistry siteRegistry, PostgresServer postgresServer,
        ServerEndpoint serverEndpoint)
    {
        (this.options, this.siteRegistry, this.postgresServer) = (options, siteRegistry, postgresServer);
        ConnectionString = serverEndpoint.GetConnectionString(PostgresCluster.UserAndDatabaseName, pooling: true);
        leaveTask = new(LeaveAsync);
        watchTask = WatchAsync();
    }

    /// <summary>Connects to the database <c>sovia</c> as its superuser <c>sovia</c>.</summary>
    public string ConnectionString { get; }

    /// <summary>Finds the programs, creates the cluster if there is none, and starts the server or joins the running one.</summary>
    /// <exception cref="PrivatePostgresException">No server can be started; the message says what to do.</exception>
    public static async Task<PrivatePostgres> StartAsync(PrivatePostgresOptions options, CancellationToken ct)
    {
        options = DataDirectoryAccess.Prepare(options);
        var siteRegistry = new SiteRegistry(Path.Combine(options.DataDirectory, "postgres-sites"));
        await using var lockFile = await siteRegistry.LockAsync(options.Log, ct);

        var postgresCluster = new PostgresCluster(options);
        var account = await ServerAccount.ResolveAsync(postgresCluster.Folder, options, ct);
        await DataDirectoryAccess.GrantTraversalAsync(options, account, ct);
        await DataDirectoryAccess.TransferOwnershipAsync(postgresCluster.Folder, options, account, ct);
        var major = postgresCluster.ReadMajorVersion();
        var postgresBinaries = await new PostgresBinaryLocator(options, account).FindAsync(postgresCluster.Folder, major, ct);
        var postgresServer = new PostgresServer(options, postgresCluster, postgresBinaries, account, siteRegistry);
        siteRegistry.Register();
        try
        {
            if (options.UseLoopback)
                postgresCluster.ReadOrCreatePassword();
            if (major is null)
                await postgresCluster.CreateAsync(postgresBinaries, account, ct);
            return new(options, siteRegistry, postgresServer, await postgresServer.EnsureRunningAsync(ct));
        }
        catch
        {
            using var timeout = new CancellationTokenSource(StopTimeout);
            if (!siteRegistry.UnregisterAndCheckForOthers())
                await postgresServer.StopAsync(timeout.Token);
            throw;
        }
    }

    /// <summary>Leaves the server, and stops it if no other site uses it. Never throws; may be called repeatedly.</summary>
    public ValueTask DisposeAsync() => new(leaveTask.Value);

    private async Task LeaveAsync()
    {
        await stopping.CancelAsync();
        await watchTask;
        using var timeout = new CancellationTokenSource(StopTimeout);
        try
        {
            await using var lockFile = await siteRegistry.LockAsync(options.Log, timeout.Token);
            if (!siteRegistry.UnregisterAndCheckForOthers())
                await postgresServer.StopAsync(timeout.Token);
        }
        catch (Exception e) when (e is PrivatePostgresException or IOException or UnauthorizedAccessException or OperationCanceledException)
        {
            options.Log($"The database could not be stopped and runs on, which does no harm: {e.Message}");
        }

        stopping.Dispose();
    }

    // Restarts a killed server at the same endpoint, so that the site needs no restart.
    private async Task WatchAsync()
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1));
        try
        {
            while (await timer.WaitForNextTickAsync(stopping.Token))
                timer.Period = await TryRestartAsync(stopping.Token) ? TimeSpan.FromSeconds(1) : TimeSpan.FromSeconds(30);
        }
        catch (OperationCanceledException)
        {
            // The site is shutting down.
        }
    }

    private async Task<bool> TryRestartAsync(CancellationToken ct)
    {
        try
        {
            if (await postgresServer.IsUpAsync(ct))
                return true;
            await using var lockFile = await siteRegistry.LockAsync(options.Log, ct);
            if (await postgresServer.IsUpAsync(ct))
                return true;
            options.Log("The database server has gone; starting it again.");
            await postgresServer.EnsureRunningAsync(ct);
            return true;
        }
        catch (Exception e) when (e is PrivatePostgresException or IOException or UnauthorizedAccessException)
        {
            options.Log(e.Message);
            return false;
        }
    }
}
