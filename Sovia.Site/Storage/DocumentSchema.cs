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
/// Migrates the tables of documents when this build is not the one that migrated them last, because to compare every table takes longer
/// than the rest of a start.
/// </summary>
public sealed class DocumentSchema(NpgsqlDataSource source) : IInitialData, IConfigureMarten
{
    private const long Key = 0x446f6373; // "Docs": sites that start at once migrate the tables one at a time

    // Identifies what declares the tables and what compares them.
    private static readonly string Build = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(' ',
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
        await using var acquire = new NpgsqlBatch(connection, transaction)
        {
            Timeout = 0,
            // A migration of a large library may take longer than a transaction may be idle.
            BatchCommands = { new("set local idle_in_transaction_session_timeout = 0"), new($"select pg_advisory_xact_lock({Key})") },
        };
        await acquire.ExecuteNonQueryAsync(cancellation);
        if (IsMigrated(connection)) return;
        await store.Storage.ApplyAllConfiguredChangesToDatabaseAsync(AutoCreate.CreateOrUpdate);
        await using var mark = new NpgsqlCommand($"comment on schema sovia is '{Build}'", connection, transaction);
        await mark.ExecuteNonQueryAsync(cancellation);
        await transaction.CommitAsync(cancellation);
    }

    private static bool IsMigrated(NpgsqlConnection connection)
    {
        using var command = new NpgsqlCommand("select obj_description(to_regnamespace('sovia'), 'pg_namespace')", connection);
        return command.ExecuteScalar() as string == Build;
    }
}
