using Npgsql;
using Sovia.Storage.PrivateServer;

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

    public async Task DisposeAsync()
    {
        if (server is not null) await server.DisposeAsync();
        folder.Dispose();
    }
}
