using Marten;
using Marten.Schema;
using Npgsql;

namespace Sovia.Duplicates;

/// <summary>Creates the tables of hashes, groups and decisions after Marten's own migrations.</summary>
public sealed class DuplicateTables(NpgsqlDataSource source) : IInitialData
{
    private const int LockKey = 0x4475706C; // "Dupl": serialises the creation of tables by nodes that start at once

    /// <inheritdoc/>
    public async Task Populate(IDocumentStore store, CancellationToken cancellation)
    {
        await using var stream = typeof(DuplicateTables).Assembly.GetManifestResourceStream("Sovia.DuplicateTables.sql")!;
        using var reader = new StreamReader(stream);
        await using var connection = await source.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await using var batch = new NpgsqlBatch(connection, transaction)
        {
            Timeout = 0,
            BatchCommands = { new($"select pg_advisory_xact_lock({LockKey})"), new("create schema if not exists sovia") }
        };
        await batch.ExecuteNonQueryAsync(cancellation);
        // Every statement is idempotent.
        await using var command = new NpgsqlCommand(await reader.ReadToEndAsync(cancellation), connection,
            transaction)
        { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(cancellation);
        await transaction.CommitAsync(cancellation);
    }
}
