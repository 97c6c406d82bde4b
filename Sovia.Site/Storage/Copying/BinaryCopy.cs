using System.IO.Pipelines;
using Npgsql;

namespace Sovia.Storage.Copying;

/// <summary>Rows for a table, made before anybody has a connection for them, and written by PostgreSQL's binary COPY.</summary>
internal static class BinaryCopy
{
    // A pipe keeps them in pooled pieces; one growing array a batch would keep the collector busy.
    private static readonly PipeOptions Unbounded =
        new(pauseWriterThreshold: 0, minimumSegmentSize: 1 << 16, useSynchronizationContext: false);

    /// <summary>Makes the rows.</summary>
    /// <param name="items">What they are made of, one each.</param>
    /// <param name="columns">The columns, in the order in which the values of a row follow.</param>
    /// <param name="add">Adds the values of a row.</param>
    public static async Task<PipeReader> SerializeAsync<T>(IEnumerable<T> items, string[] columns, Action<CopyRowWriter, T> add)
    {
        var pipe = new Pipe(Unbounded);
        var bytes = new CopyRowWriter(pipe.Writer);
        bytes.WriteHeader();
        foreach (var item in items)
        {
            bytes.BeginRow((short)columns.Length);
            add(bytes, item);
        }
        bytes.WriteTrailer();
        await pipe.Writer.CompleteAsync();
        return pipe.Reader;
    }

    /// <summary>Writes rows that have been made.</summary>
    /// <param name="connection">A connection with an open transaction.</param>
    /// <param name="table">The table's name.</param>
    /// <param name="columns">The columns they were made for.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task WriteAsync(NpgsqlConnection connection, string table, string[] columns, PipeReader rows, CancellationToken ct)
    {
        await using var stream =
            await connection.BeginRawBinaryCopyAsync($"copy {table} ({string.Join(", ", columns)}) from stdin (format binary)", ct);
        await rows.CopyToAsync(stream, ct);
    }
}
