using System.Collections.Concurrent;
using Marten;
using Marten.Schema;
using Npgsql;
using Sovia.Duplicates;
using Sovia.Index;
using Sovia.Jobs;
using Sovia.Media;
using Sovia.Storage;
using Sovia.Storage.PrivateServer;

namespace Sovia.Tests.Support;

/// <summary>
/// The private PostgreSQL that all hosts of a test run share while any of them lives. Databases are copied from a template that holds the
/// schema. A test that stops or kills its server has one of its own (<see cref="TestPostgres"/>).
/// </summary>
public sealed class SharedPostgres : IAsyncLifetime
{
    // Hosts side by side need more connections than one site; nothing here has to survive the machine.
    private const string Settings =
        "alter system set max_connections = 250; alter system set fsync = off; alter system set full_page_writes = off";

    private static readonly SemaphoreSlim Gate = new(1, 1);
    private static TempFolder? folder;
    private static PrivatePostgres? server;
    private static string template = "";
    private static int users;

    private readonly ConcurrentBag<string> databases = [];

    public async Task InitializeAsync()
    {
        await Gate.WaitAsync();
        try
        {
            if (users++ == 0) await StartAsync();
        }
        finally
        {
            Gate.Release();
        }
    }

    /// <summary>A database with the schema and no rows, which nobody else uses.</summary>
    /// <returns>Its connection string.</returns>
    public async Task<string> CreateDatabaseAsync()
    {
        var address = await CreateAsync($"template {template}");
        databases.Add(new NpgsqlConnectionStringBuilder(address).Database!);
        return address;
    }

    /// <summary>A database without anything in it, which nobody else uses.</summary>
    /// <returns>Its connection string.</returns>
    public async Task<string> CreateEmptyAsync()
    {
        var address = await CreateAsync("");
        databases.Add(new NpgsqlConnectionStringBuilder(address).Database!);
        return address;
    }

    public async Task DisposeAsync()
    {
        await Gate.WaitAsync();
        try
        {
            if (--users > 0)
            {
                foreach (var database in databases) await RunAsync(server!.ConnectionString, $"drop database {database} with (force)");
                return;
            }
            await server!.DisposeAsync();
            folder!.Dispose();
        }
        finally
        {
            Gate.Release();
        }
    }

    private static async Task StartAsync()
    {
        folder = new();
        var options = new PrivatePostgresOptions { DataDirectory = folder.Path };
        await using (var first = await PrivatePostgres.StartAsync(options, CancellationToken.None))
            foreach (var setting in Settings.Split("; ")) await RunAsync(first.ConnectionString, setting);
        server = await PrivatePostgres.StartAsync(options, CancellationToken.None);
        var filled = await CreateAsync("");
        using (var store = DocumentStore.For(options =>
        {
            SoviaStore.Configure(options);
            options.Connection(new NpgsqlConnectionStringBuilder(filled) { Pooling = false }.ConnectionString);
        }))
        await using (var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(filled) { Pooling = false }))
        {
            foreach (IInitialData tables in new IInitialData[]
                { new DocumentSchema(source), new IndexSchema(source), new FileLocationPathIndex(source), new DuplicateTables(source) })
                await tables.Populate(store, default);
            await using var locks = new LibraryLockProvider(filled, TimeProvider.System);
            using var jobs = new JobQueueStore(source, locks);
            await jobs.OpenAsync(default);
        }
        template = new NpgsqlConnectionStringBuilder(filled).Database!;
    }

    private static async Task<string> CreateAsync(string from)
    {
        var name = $"test_{Guid.NewGuid():N}";
        await RunAsync(server!.ConnectionString, $"create database {name} {from}");
        return new NpgsqlConnectionStringBuilder(server.ConnectionString) { Database = name, MaxPoolSize = 20 }.ConnectionString;
    }

    private static async Task RunAsync(string address, string sql)
    {
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(address) { Pooling = false });
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
