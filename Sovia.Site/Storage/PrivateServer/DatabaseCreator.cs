using Npgsql;

namespace Sovia.Storage.PrivateServer;

/// <summary>Creates the private server's only database.</summary>
internal static class DatabaseCreator
{
    /// <summary>Connects to the database, and creates it if it is missing.</summary>
    public static async Task EnsureCreatedAsync(ServerEndpoint serverEndpoint, CancellationToken ct)
    {
        try
        {
            await using var connection =
                new NpgsqlConnection(serverEndpoint.GetConnectionString(PostgresCluster.UserAndDatabaseName, pooling: false));
            await connection.OpenAsync(ct);
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.InvalidCatalogName)
        {
            await using var connection = new NpgsqlConnection(serverEndpoint.GetConnectionString("postgres", pooling: false));
            await connection.OpenAsync(ct);
            await using var createCommand = new NpgsqlCommand($"create database {PostgresCluster.UserAndDatabaseName}", connection);
            await createCommand.ExecuteNonQueryAsync(ct);
        }
    }
}
