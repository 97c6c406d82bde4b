using Marten;
using Marten.Schema;
using Npgsql;

namespace Sovia.Media;

/// <summary>
/// Creates the index that finds the files below a folder, after Marten has updated its tables. Marten cannot declare this index,
/// because it sorts paths byte by byte.
/// </summary>
public sealed class FileLocationPathIndex(NpgsqlDataSource source) : IInitialData
{
    /// <summary>Name of the index, which Marten is told to ignore.</summary>
    public const string IndexName = "filelocation_place";

    /// <summary>Number of path characters indexed: an index key is limited to about 2,700 bytes, but a path may have 4,096.</summary>
    public const string PrefixLength = "300";

    private const int LockKey = 0x506C6163; // "Plac" in ASCII; an advisory lock, because two sites may start at once

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
                new($"select pg_advisory_xact_lock({LockKey})"),
                new($"create index if not exists {IndexName} on sovia.mt_doc_filelocation (tenant_id, (left(data ->> 'path', {PrefixLength}) collate \"C\"))"),
            },
        };
        await batch.ExecuteNonQueryAsync(cancellation);
        await transaction.CommitAsync(cancellation);
    }
}
