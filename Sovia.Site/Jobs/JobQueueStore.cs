using Hangfire;
using Hangfire.Client;
using Hangfire.Common;
using Hangfire.Logging;
using Hangfire.PostgreSql;
using Hangfire.States;
using Npgsql;
using Sovia.Storage;

namespace Sovia.Jobs;

/// <summary>
/// Stores the engine's queues in their own schema of the site's database, over the site's connections. Opened on first use.
/// </summary>
public sealed class JobQueueStore(NpgsqlDataSource source, LibraryLockProvider locks) : IDisposable
{
    /// <summary>The name of the schema.</summary>
    public const string Schema = "sovia_jobs";

    /// <summary>How long after its last heartbeat a job is given to another worker.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(15);

    private static readonly TimeSpan PollInterval = TimeSpan.FromSeconds(2);

    private readonly SemaphoreSlim openLock = new(1, 1);
    private volatile PostgreSqlStorage? openStorage;

    static JobQueueStore() => LogProvider.SetCurrentLogProvider(new NullLogProvider());

    /// <summary>Empty, because the site implements retries itself.</summary>
    internal static IJobFilterProvider Filters { get; } = new JobFilterCollection();

    /// <summary>Opens the engine's storage and creates missing tables.</summary>
    internal async Task<JobStorage> OpenAsync(CancellationToken ct)
    {
        if (openStorage is { } existing) return existing;
        await openLock.WaitAsync(ct);
        try
        {
            if (openStorage is not null) return openStorage;
            // Serializes sites that start at once. The tables belong to no library, so the lock is always taken in the default one.
            using var libraryScope = CurrentLibrary.Enter(CurrentLibrary.DefaultId);
            await using var lockHandle = await locks.AcquireAsync("job tables", ct);
            openStorage = await Task.Run(() => new PostgreSqlStorage(new Connections(source), Options), ct);
            openStorage.JobExpirationTimeout = TimeSpan.FromHours(1);
            return openStorage;
        }
        finally
        {
            openLock.Release();
        }
    }

    /// <summary>Enqueues a call of <see cref="RunJob"/>.</summary>
    internal async Task EnqueueAsync(string queue, string job, string library, CancellationToken ct)
    {
        var storage = await OpenAsync(ct);
        await Task.Run(() =>
        {
            var client = new BackgroundJobClient(storage, new BackgroundJobFactory(Filters), new BackgroundJobStateChanger(Filters));
            client.Create(Job.FromExpression<RunJob>(run => run.RunAsync(job, library, CancellationToken.None)), new EnqueuedState(queue));
        }, ct);
    }

    /// <summary>Returns whether such a call is enqueued or running.</summary>
    internal async Task<bool> IsQueuedAsync(string queue, string job, string library, CancellationToken ct)
    {
        const int MaxJobs = 1_000;
        var storage = await OpenAsync(ct);
        bool Matches(Job? call) => call?.Args is [string jobName, string tenant, ..] && jobName == job && tenant == library;
        return await Task.Run(() =>
        {
            var monitor = storage.GetMonitoringApi();
            return monitor.EnqueuedJobs(queue, 0, MaxJobs).Any(entry => Matches(entry.Value?.Job)) || monitor.FetchedJobs(queue, 0, MaxJobs)
                .Any(entry => Matches(entry.Value?.Job));
        }, ct);
    }

    /// <summary>Returns whether a node processes its queue, that is, whether a site runs on its data directory.</summary>
    public async Task<bool> IsNodeAliveAsync(string node, CancellationToken ct)
    {
        var storage = await OpenAsync(ct);
        var minHeartbeat = DateTime.UtcNow - TimeSpan.FromSeconds(30);
        return await Task.Run(() => storage.GetMonitoringApi().Servers()
            .Any(server => server.Heartbeat > minHeartbeat && server.Queues.Contains(JobQueues.CreateNodeQueueName(node))), ct);
    }

    /// <inheritdoc/>
    public void Dispose() => openLock.Dispose();

    // Does not hold a connection for notifications: enqueuing wakes this process's own workers, and other nodes poll every two seconds.
    private static PostgreSqlStorageOptions Options => new()
    {
        SchemaName = Schema,
        QueuePollInterval = PollInterval,
        UseSlidingInvisibilityTimeout = true,
        InvisibilityTimeout = Lease,
        EnableLongPolling = false,
    };

    private sealed class Connections(NpgsqlDataSource source) : IConnectionFactory
    {
        public NpgsqlConnection GetOrCreateConnection() => source.CreateConnection();
    }

    // Silences the engine's log, because the site logs its jobs itself and the engine also reports normal shutdowns.
    private sealed class NullLogProvider : ILogProvider, ILog
    {
        public ILog GetLogger(string name) => this;

        public bool Log(Hangfire.Logging.LogLevel logLevel, Func<string>? messageFunc, Exception? exception = null) => false;
    }
}
