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
/// Where the engine keeps its queues: a schema of its own in the site's database, over the site's connections. It is opened when first
/// needed.
/// </summary>
public sealed class JobQueueStore(NpgsqlDataSource source, LibraryLockProvider locks) : IDisposable
{
    /// <summary>The schema's name.</summary>
    public const string Schema = "sovia_jobs";

    /// <summary>How long after its last sign of life a job is given to another worker.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(15);

    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(2);

    private readonly SemaphoreSlim opening = new(1, 1);
    private volatile PostgreSqlStorage? opened;

    static JobQueueStore() => LogProvider.SetCurrentLogProvider(new Silence());

    /// <summary>Nothing is done around a job that it does not do itself: retries are the site's own.</summary>
    internal static IJobFilterProvider Filters { get; } = new JobFilterCollection();

    /// <summary>The engine's storage, with its tables made where they are missing.</summary>
    internal async Task<JobStorage> OpenAsync(CancellationToken ct)
    {
        if (opened is { } known) return known;
        await opening.WaitAsync(ct);
        try
        {
            if (opened is not null) return opened;
            // Two sites that start at once make the tables one after the other. They are of no library, whichever needs them first.
            using var entered = CurrentLibrary.Enter(CurrentLibrary.DefaultId);
            await using var held = await locks.AcquireAsync("job tables", ct);
            opened = await Task.Run(() => new PostgreSqlStorage(new Connections(source), Options), ct);
            opened.JobExpirationTimeout = TimeSpan.FromHours(1);
            return opened;
        }
        finally
        {
            opening.Release();
        }
    }

    /// <summary>Puts a call of <see cref="RunJob"/> into a queue.</summary>
    internal async Task EnqueueAsync(string queue, string job, string library, CancellationToken ct)
    {
        var storage = await OpenAsync(ct);
        await Task.Run(() =>
        {
            var client = new BackgroundJobClient(storage, new BackgroundJobFactory(Filters), new BackgroundJobStateChanger(Filters));
            client.Create(Job.FromExpression<RunJob>(run => run.RunAsync(job, library, CancellationToken.None)), new EnqueuedState(queue));
        }, ct);
    }

    /// <summary>Whether such a call waits in a queue or is under way.</summary>
    internal async Task<bool> IsQueuedAsync(string queue, string job, string library, CancellationToken ct)
    {
        const int most = 1_000;
        var storage = await OpenAsync(ct);
        bool Is(Job? call) => call?.Args is [string name, string of, ..] && name == job && of == library;
        return await Task.Run(() =>
        {
            var look = storage.GetMonitoringApi();
            return look.EnqueuedJobs(queue, 0, most).Any(one => Is(one.Value?.Job)) || look.FetchedJobs(queue, 0, most)
                .Any(one => Is(one.Value?.Job));
        }, ct);
    }

    /// <summary>Whether a node works on its queue: a site runs on its data directory.</summary>
    public async Task<bool> IsNodeAliveAsync(string node, CancellationToken ct)
    {
        var storage = await OpenAsync(ct);
        var since = DateTime.UtcNow - TimeSpan.FromSeconds(30);
        return await Task.Run(() => storage.GetMonitoringApi().Servers()
            .Any(server => server.Heartbeat > since && server.Queues.Contains(JobQueues.CreateNodeQueueName(node))), ct);
    }

    /// <inheritdoc/>
    public void Dispose() => opening.Dispose();

    // No connection waits for notices: what this process queues wakes its own workers, and the others look every two seconds.
    private static PostgreSqlStorageOptions Options => new()
    {
        SchemaName = Schema,
        QueuePollInterval = Poll,
        UseSlidingInvisibilityTimeout = true,
        InvisibilityTimeout = Lease,
        EnableLongPolling = false,
    };

    private sealed class Connections(NpgsqlDataSource source) : IConnectionFactory
    {
        public NpgsqlConnection GetOrCreateConnection() => source.CreateConnection();
    }

    // The site says itself what happens to its jobs; the engine would say the same again, also of a site that stops.
    private sealed class Silence : ILogProvider, ILog
    {
        public ILog GetLogger(string name) => this;

        public bool Log(Hangfire.Logging.LogLevel logLevel, Func<string>? messageFunc, Exception? exception = null) => false;
    }
}
