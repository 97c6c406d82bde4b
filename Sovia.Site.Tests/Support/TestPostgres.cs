using System.Globalization;
using Npgsql;
using Sovia.Storage.PrivateServer;
using Sovia.Tests.Storage.PrivateServer;

namespace Sovia.Tests.Support;

/// <summary>A private PostgreSQL for one test run, the very one that users get, in a folder of its own.</summary>
public sealed class TestPostgres : IAsyncLifetime
{
    private readonly TempFolder folder = new();
    private PrivatePostgres? server;

    public async Task InitializeAsync() =>
        server = await PrivatePostgres.StartAsync(new() { DataDirectory = folder.Path }, CancellationToken.None);

    /// <summary>An empty database nobody else uses.</summary>
    /// <returns>Its connection string.</returns>
    public async Task<string> CreateDatabaseAsync()
    {
        var name = $"test_{Guid.NewGuid():N}";
        await using var source = NpgsqlDataSource.Create(server!.ConnectionString);
        await using var command = source.CreateCommand($"create database {name}");
        await command.ExecuteNonQueryAsync();
        return new NpgsqlConnectionStringBuilder(server.ConnectionString) { Database = name, MaxPoolSize = 20 }.ConnectionString;
    }

    /// <summary>Kills the server as a failing machine would. It comes back by itself, at the same address.</summary>
    public void Kill()
    {
        var pid = int.Parse(File.ReadLines(Path.Combine(folder.Path, "postgres", "postmaster.pid")).First(), CultureInfo.InvariantCulture);
        Machine.Signal("KILL", pid);
    }

    public async Task DisposeAsync()
    {
        if (server is not null) await server.DisposeAsync();
        folder.Dispose();
    }
}
