using System.IO.Pipelines;
using Npgsql;

namespace Sovia.Storage.Copying;

/// <summary>Serializes rows before a connection is taken for them, and writes them with PostgreSQL's binary COPY.</summary>
internal static class BinaryCopy
{
    // A pipe keeps the bytes in pooled segments; a growing array per batch would burden the garbage collector.
    private static readonly PipeOptions UnboundedPipe =
        new(pauseWriterThreshold: 0, minimumSegmentSize: 1 << 16, useSynchronizationContext: false);

    /// <summary>Serializes one row per item.</summary>
    /// <param name="items">The items.</param>
    /// <param name="columns">The columns, in the order of a row's values.</param>
    /// <param name="add">Adds the values of an item's row.</param>
    public static async Task<PipeReader> SerializeAsync<T>(IEnumerable<T> items, string[] columns, Action<CopyRowWriter, T> add)
    {
        var pipe = new Pipe(UnboundedPipe);
        var rowWriter = new CopyRowWriter(pipe.Writer);
        rowWriter.WriteHeader();
        foreach (var item in items)
        {
            rowWriter.BeginRow((short)columns.Length);
            add(rowWriter, item);
        }
        rowWriter.WriteTrailer();
        await pipe.Writer.CompleteAsync();
        return pipe.Reader;
    }

    /// <summary>Copies serialized rows into a table.</summary>
    /// <param name="connection">A connection with an open transaction.</param>
    /// <param name="table">The table's name.</param>
    /// <param name="columns">The columns that the rows were serialized for.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task WriteAsync(NpgsqlConnection connection, string table, string[] columns, PipeReader rows, CancellationToken ct)
    {
        await using var stream =
            await connection.BeginRawBinaryCopyAsync($"copy {table} ({string.Join(", ", columns)}) from stdin (format binary)", ct);
        await rows.CopyToAsync(stream, ct);
    }
}
