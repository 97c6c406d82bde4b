using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.Data.Sqlite;
using Sovia.Import.Json;

namespace Sovia.Import.Containers;

/// <summary>
/// The index of an archive tool: a SQLite database that stores the original JSON of each post. Reads a copy, so that the user's file stays
/// untouched.
/// </summary>
internal sealed class SqliteContainer : IContainerFormat
{
    /// <inheritdoc/>
    public bool CanRead(ReadOnlySpan<byte> head) => head.StartsWith("SQLite format 3\0"u8);

    /// <inheritdoc/>
    public async IAsyncEnumerable<JsonItem> ReadAsync(SourceFile file, SourceReader source, [EnumeratorCancellation] CancellationToken ct)
    {
        var context = new ReadContext(file.Name, source.Limits, file.ModifiedAt);
        await using var copy = await TempCopy.CreateAsync(file.Content, ct);
        await using var database = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            // Immutable, because another program's write-ahead log was not submitted, and so that nothing is written beside the copy.
            DataSource = $"{new Uri(copy.Name).AbsoluteUri}?immutable=1",
            Mode = SqliteOpenMode.ReadOnly,
            Pooling = false,
        }.ConnectionString);
        if (ReadColumnNames(database) is not { } columnNames)
        {
            yield return context.CreateFileIssue(IssueCode.Truncated, "The database is damaged and can't be opened.");
            yield break;
        }
        if (!columnNames.Contains("posts.raw_json"))
        {
            yield return context.CreateFileIssue(IssueCode.UnknownShape,
                $"No items found in this database. Tables: {string.Join(", ", columnNames.Take(12))}.");
            yield break;
        }
        await using var rowStream = new EnumerableStream(ReadRows(database, source.Limits));
        await foreach (var item in new JsonItemReader(rowStream, context).ReadAsync(ct)) yield return item;
    }

    private static List<string>? ReadColumnNames(SqliteConnection database)
    {
        try
        {
            database.Open();
            // Reads only tables, because a view in an untrusted file may run arbitrary computations.
            using var command = database.CreateCommand();
            command.CommandText =
                "pragma trusted_schema = off; select m.name || '.' || c.name from sqlite_master m, pragma_table_info(m.name) c where "
                + "m.type = 'table' order by 1";
            using var reader = command.ExecuteReader();
            var columnNames = new List<string>();
            while (reader.Read()) columnNames.Add(reader.GetString(0));
            return columnNames;
        }
        catch (SqliteException)
        {
            return null;
        }
    }

    private static IEnumerable<ReadOnlyMemory<byte>> ReadRows(SqliteConnection database, ReadLimits limits)
    {
        using var command = database.CreateCommand();
        command.CommandText = "select raw_json from posts where length(raw_json) between 2 and $most order by rowid";
        command.Parameters.AddWithValue("$most", limits.ItemBytes);
        using var reader = ExecuteReader(command);
        while (TryReadRow(reader))
        {
            yield return Encoding.UTF8.GetBytes(reader.GetValue(0).ToString() ?? "");
            yield return "\n"u8.ToArray();
        }
    }

    private static SqliteDataReader ExecuteReader(SqliteCommand command)
    {
        try
        {
            return command.ExecuteReader();
        }
        catch (SqliteException e)
        {
            throw new InvalidDataException(e.Message, e);
        }
    }

    private static bool TryReadRow(SqliteDataReader reader)
    {
        try
        {
            return reader.Read();
        }
        catch (SqliteException e)
        {
            throw new InvalidDataException(e.Message, e);
        }
    }
}
