using Marten;
using Marten.Schema;
using Npgsql;

namespace Sovia.Library.Search;

/// <summary>Creates the tables beside the documents, once Marten has brought its own up to date.</summary>
public sealed class SearchTables(NpgsqlDataSource source) : IInitialData
{
    private const int Key = 0x53656172; // "Sear": two sites that start at once create the tables one after the other

    /// <inheritdoc/>
    public async Task Populate(IDocumentStore store, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await using var batch = new NpgsqlBatch(connection, transaction)
        {
            BatchCommands = { new($"select pg_advisory_xact_lock({Key})"), new("create schema if not exists sovia") },
        };
        await batch.ExecuteNonQueryAsync(cancellation);
        if (!await AreThereAsync(connection, cancellation))
        {
            await using var create = new NpgsqlCommand(Sql(), connection, transaction);
            await create.ExecuteNonQueryAsync(cancellation);
        }
        await transaction.CommitAsync(cancellation);
    }

    // The last thing that the script creates.
    private static async Task<bool> AreThereAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("select to_regclass('sovia.run_statement_by_run') is not null", connection);
        return (bool)(await command.ExecuteScalarAsync(ct))!;
    }

    private static string Sql()
    {
        using var stream = typeof(SearchTables).Assembly.GetManifestResourceStream("Sovia.SearchTables.sql")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
