using Marten;
using Marten.Schema;
using Npgsql;

namespace Sovia.Media;

/// <summary>
/// Creates the index by which the files below a folder are found, once Marten has brought its tables up to date: it sorts paths byte by
/// byte, which Marten has no words for.
/// </summary>
public sealed class FileLocationPathIndex(NpgsqlDataSource source) : IInitialData
{
    /// <summary>The index, which Marten is told to leave alone.</summary>
    public const string IndexName = "filelocation_place";

    /// <summary>
    /// How many characters of a path it holds: an index takes no key of more than some 2,700 bytes, and a path may have 4,096.
    /// </summary>
    public const string PrefixLength = "300";

    private const int Key = 0x506C6163; // "Plac": two sites that start at once create it one after the other

    /// <inheritdoc/>
    public async Task Populate(IDocumentStore store, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await using var batch = new NpgsqlBatch(connection, transaction)
        {
            Timeout = 0,
            BatchCommands =
            {
                new($"select pg_advisory_xact_lock({Key})"),
                new($"create index if not exists {IndexName} on sovia.mt_doc_filelocation (tenant_id, (left(data ->> 'path', {PrefixLength}) collate \"C\"))"),
            },
        };
        await batch.ExecuteNonQueryAsync(cancellation);
        await transaction.CommitAsync(cancellation);
    }
}
