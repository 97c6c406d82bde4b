using System.Security.Cryptography;
using System.Text;
using Marten;
using Marten.Schema;
using Npgsql;

namespace Sovia.Index;

/// <summary>Creates the tables beside the documents, after Marten has updated its own.</summary>
public sealed class IndexSchema(NpgsqlDataSource source) : IInitialData
{
    // In the order of execution.
    private static readonly string[] Scripts = ["SearchTables", "AnnotationTables", "PromptTables"];

    private const int LockKey = 0x53656172; // "Sear"; sites that start at the same time create the tables one after the other

    /// <inheritdoc/>
    public async Task Populate(IDocumentStore store, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await using var batch = new NpgsqlBatch(connection, transaction)
        {
            Timeout = 0,
            BatchCommands = { new($"select pg_advisory_xact_lock({LockKey})"), new("create schema if not exists sovia") },
        };
        await batch.ExecuteNonQueryAsync(cancellation);
        var sql = ReadScripts();
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(sql)));
        if (await ReadAppliedHashAsync(connection, cancellation) != hash)
        {
            // Every statement is idempotent, so that a newer script only adds what is missing. New indexes of a large library take
            // long.
            await using var command = new NpgsqlCommand($"{sql}\ncomment on table sovia.library_version is '{hash}';", connection,
                transaction)
            { CommandTimeout = 0 };
            await command.ExecuteNonQueryAsync(cancellation);
        }
        await transaction.CommitAsync(cancellation);
    }

    // Returns the hash of the scripts that were run last.
    private static async Task<string?> ReadAppliedHashAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("select obj_description(to_regclass('sovia.library_version'), 'pg_class')", connection);
        return await command.ExecuteScalarAsync(ct) as string;
    }

    private static string ReadScripts() => string.Join('\n', Scripts.Select(name =>
    {
        using var stream = typeof(IndexSchema).Assembly.GetManifestResourceStream($"Sovia.{name}.sql")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }));
}
