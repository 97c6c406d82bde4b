using Alba;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Sovia.Index.Versions;
using Sovia.Jobs;
using Sovia.Media;
using Sovia.Media.Scanning;

namespace Sovia.Tests.Support;

/// <summary>The whole site in this process on a database of its own; one for all tests of a shard.</summary>
public sealed class SoviaHost : IAsyncLifetime
{
    private readonly SharedPostgres postgres = new();
    private readonly TempFolder folder = new();
    private IAlbaHost? site;

    /// <summary>The running site.</summary>
    public IAlbaHost Site => site ?? throw new InvalidOperationException("The host has not started.");

    /// <summary>The data directory of the site.</summary>
    public string DataDirectory => folder.Path;

    /// <summary>The database of the site.</summary>
    public string ConnectionString { get; private set; } = "";

    /// <summary>The document store of the site.</summary>
    public IDocumentStore Store => Site.Services.GetRequiredService<IDocumentStore>();

    /// <summary>A database with the schema and no rows on the same server, for a second site.</summary>
    public Task<string> CreateDatabaseAsync() => postgres.CreateDatabaseAsync();

    /// <summary>An empty library; the site's keys stay.</summary>
    public async Task ResetAsync()
    {
        // What one test asked for must not find its files when the next has begun.
        var work = Site.Services.GetRequiredService<RequestedWorkStore>();
        await Eventually.TrueAsync(async () => !(await work.ReadStatusAsync<ScanReport>(ScanRootsJob.JobName, default)).IsRunning,
            "the scan of the test before is over");
        // Nor may a job that it began write into the next one's library: an import its posts, a preview its run.
        await using var lanes = await JobLocks.AcquireAsync(Site.Services);
        if (Directory.Exists(Site.Services.GetRequiredService<UploadFolder>().Folder))
            Directory.Delete(Site.Services.GetRequiredService<UploadFolder>().Folder, recursive: true);
        await using var session = Store.QuerySession();
        await EmptyTables.RunAsync(Site.Services.GetRequiredService<NpgsqlDataSource>());
        Site.Services.GetRequiredService<LibraryStateCache>().Invalidate(session.TenantId);
    }

    public async Task InitializeAsync()
    {
        await postgres.InitializeAsync();
        ConnectionString = await postgres.CreateDatabaseAsync();
        site = await AlbaHost.For<Program>(builder => builder
            .UseSetting("ConnectionStrings:Postgres", ConnectionString)
            .UseSetting("Sovia:DataDirectory", folder.Path)
            // Tests put files where they like; who tests the watch starts one.
            .UseSetting("Sovia:WatchMediaRoots", "false")
            .UseSetting("Logging:LogLevel:Default", "Warning")
            // No test asks the real hosts for anything: port 9 answers nobody.
            .UseSetting("Sovia:Downloads:StandIn", "http://127.0.0.1:9"));
    }

    public async Task DisposeAsync()
    {
        if (site is not null) await site.DisposeAsync();
        await postgres.DisposeAsync();
        folder.Dispose();
    }
}
