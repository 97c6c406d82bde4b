using System.Security.Cryptography;
using System.Text;
using JasperFx;
using Marten;
using Marten.Schema;
using Npgsql;
using Weasel.Core;
using Weasel.Postgresql.Tables;

namespace Sovia.Storage;

/// <summary>
/// Migrates the document tables only if another build migrated them last, because comparing every table takes longer
/// than the rest of a start.
/// </summary>
public sealed class DocumentSchema(NpgsqlDataSource source) : IInitialData, IConfigureMarten
{
    private const long LockKey = 0x446f6373; // "Docs"; makes sites that start at the same time migrate one after the other

    // Identifies the code that declares the tables and the code that compares them.
    private static readonly string BuildId = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(' ',
        new[] { typeof(SoviaStore), typeof(IDocumentStore), typeof(SchemaPatchDifference), typeof(Table) }
            .Select(type => type.Module.ModuleVersionId)))));

    /// <inheritdoc/>
    public void Configure(IServiceProvider services, StoreOptions options)
    {
        using var connection = source.OpenConnection();
        // Otherwise each table would be compared when it is first used.
        if (IsMigrated(connection)) options.AutoCreateSchemaObjects = AutoCreate.None;
    }

    /// <inheritdoc/>
    public async Task Populate(IDocumentStore store, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        if (IsMigrated(connection)) return;
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await using var lockBatch = new NpgsqlBatch(connection, transaction)
        {
            Timeout = 0,
            // A migration of a large library may take longer than a transaction may be idle.
            BatchCommands = { new("set local idle_in_transaction_session_timeout = 0"), new($"select pg_advisory_xact_lock({LockKey})") },
        };
        await lockBatch.ExecuteNonQueryAsync(cancellation);
        if (IsMigrated(connection)) return;
        await store.Storage.ApplyAllConfiguredChangesToDatabaseAsync(AutoCreate.CreateOrUpdate);
        await using var markCommand = new NpgsqlCommand($"comment on schema sovia is '{BuildId}'", connection, transaction);
        await markCommand.ExecuteNonQueryAsync(cancellation);
        await transaction.CommitAsync(cancellation);
    }

    private static bool IsMigrated(NpgsqlConnection connection)
    {
        using var command = new NpgsqlCommand("select obj_description(to_regnamespace('sovia'), 'pg_namespace')", connection);
        return command.ExecuteScalar() as string == BuildId;
    }
}
