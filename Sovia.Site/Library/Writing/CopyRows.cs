using Npgsql;

namespace Sovia.Library.Writing;

/// <summary>Writes rows into a table by PostgreSQL's binary COPY.</summary>
internal sealed class CopyRows : IAsyncDisposable
{
    private const int BytesPerFlush = 1 << 16;

    private readonly NpgsqlRawCopyStream stream;
    private readonly short columns;
    private bool isWhole;

    private CopyRows(NpgsqlRawCopyStream stream, short columns)
    {
        (this.stream, this.columns) = (stream, columns);
        Row.Begin();
    }

    /// <summary>Takes the values of the row that was begun last.</summary>
    public RowBytes Row { get; } = new();

    /// <summary>Begins to write; without <see cref="CompleteAsync"/> nothing is written.</summary>
    /// <param name="connection">A connection with an open transaction.</param>
    /// <param name="table">The table's name.</param>
    /// <param name="columns">The columns, in the order in which the values of a row will follow.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<CopyRows> IntoAsync(NpgsqlConnection connection, string table, string[] columns, CancellationToken ct) => new(
        await connection.BeginRawBinaryCopyAsync($"copy {table} ({string.Join(", ", columns)}) from stdin (format binary)", ct), (short)columns.Length);

    /// <summary>Begins the next row.</summary>
    public async ValueTask NextAsync(CancellationToken ct)
    {
        if (Row.Written.Length > BytesPerFlush) await FlushAsync(ct);
        Row.Row(columns);
    }

    /// <summary>Ends the last row and the table.</summary>
    public async Task CompleteAsync(CancellationToken ct)
    {
        Row.Row(-1);
        await FlushAsync(ct);
        isWhole = true;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!isWhole) await stream.CancelAsync();
        await stream.DisposeAsync();
    }

    private async ValueTask FlushAsync(CancellationToken ct)
    {
        await stream.WriteAsync(Row.Written, ct);
        Row.Clear();
    }
}
