using System.IO.Pipelines;
using Npgsql;

namespace Sovia.Library.Writing;

/// <summary>Writes rows into a table by PostgreSQL's binary COPY.</summary>
internal sealed class CopyRows : IAsyncDisposable
{
    private const int BytesPerFlush = 1 << 16;

    private static readonly StreamPipeWriterOptions Options = new(minimumBufferSize: BytesPerFlush, leaveOpen: true);

    private readonly NpgsqlRawCopyStream stream;
    private readonly PipeWriter bytes;
    private readonly short columns;
    private bool isWhole;

    private CopyRows(NpgsqlRawCopyStream stream, short columns)
    {
        (this.stream, this.columns) = (stream, columns);
        bytes = PipeWriter.Create(stream, Options);
        Row = new(bytes);
        Row.Begin();
    }

    /// <summary>Takes the values of the row that was begun last.</summary>
    public RowBytes Row { get; }

    /// <summary>Begins to write; without <see cref="CompleteAsync"/> nothing is written.</summary>
    /// <param name="connection">A connection with an open transaction.</param>
    /// <param name="table">The table's name.</param>
    /// <param name="columns">The columns, in the order in which the values of a row will follow.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<CopyRows> IntoAsync(NpgsqlConnection connection, string table, string[] columns, CancellationToken ct) =>
        new(await connection.BeginRawBinaryCopyAsync(Sql(table, columns), ct), (short)columns.Length);

    /// <summary>Writes rows that have been made, beginning and end included.</summary>
    public static async Task WriteAsync(NpgsqlConnection connection, string table, string[] columns, PipeReader rows, CancellationToken ct)
    {
        await using var stream = await connection.BeginRawBinaryCopyAsync(Sql(table, columns), ct);
        await rows.CopyToAsync(stream, ct);
    }

    /// <summary>Begins the next row.</summary>
    public async ValueTask NextAsync(CancellationToken ct)
    {
        if (bytes.UnflushedBytes > BytesPerFlush) await bytes.FlushAsync(ct);
        Row.Row(columns);
    }

    /// <summary>Ends the last row and the table.</summary>
    public async Task CompleteAsync(CancellationToken ct)
    {
        Row.End();
        await bytes.FlushAsync(ct);
        isWhole = true;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!isWhole) await stream.CancelAsync();
        await bytes.CompleteAsync(isWhole ? null : new OperationCanceledException());
        await stream.DisposeAsync();
    }

    private static string Sql(string table, string[] columns) => $"copy {table} ({string.Join(", ", columns)}) from stdin (format binary)";
}
