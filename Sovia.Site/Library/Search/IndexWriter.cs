using Marten;
using Npgsql;
using NpgsqlTypes;
using Sovia.Library.Writing;

namespace Sovia.Library.Search;

/// <summary>
/// Writes the index rows of changed families and posts in the transaction of their documents, and counts the library's
/// version up.
/// </summary>
/// <param name="tenant">Whose library.</param>
/// <param name="now">The rows as they are to be.</param>
/// <param name="families">Families whose rows are replaced or go.</param>
/// <param name="posts">Posts whose rows are replaced or go; a post that has left these families loses its own too.</param>
internal sealed class IndexWriter(string tenant, FamilyRows now, IReadOnlyCollection<Guid> families, IReadOnlyCollection<Guid> posts) : ITransactionParticipant
{
    private static readonly string[] Columns =
        ["tenant_id", "id", "root_id", "age", "dated", "by_kind", "by_likes", "by_model", "by_videos", "images", "items", "safe", "month", "prompted", "models", "modes", "lexemes", "texts"];

    /// <inheritdoc/>
    public async Task BeforeCommitAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, CancellationToken token)
    {
        var (familiesOut, postsOut) = families.Count + posts.Count > 0 ? await DeleteAsync(connection, transaction, token) : (0, 0);
        var words = new WordCounts();
        if (now.Rows.Count > 0) await InsertAsync(connection, "sovia.family_index", now.Rows, words.Add, token);
        if (now.Posts.Count > 0) await InsertAsync(connection, "sovia.post_index", now.Posts, null, token);
        if (words.Adding(tenant) is { } adding)
        {
            await using var batch = new NpgsqlBatch(connection, transaction) { BatchCommands = { adding } };
            await batch.ExecuteNonQueryAsync(token);
        }
        await LibraryVersion.AdvanceAsync(connection, transaction, tenant, now.Rows.Count - familiesOut, now.Posts.Count - postsOut, token);
    }

    /// <inheritdoc/>
    public Task AfterCommitAsync(CancellationToken token) => Task.CompletedTask;

    private async Task<(int Families, int Posts)> DeleteAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, CancellationToken ct)
    {
        Guid[] roots = [.. families];
        await using var batch = new NpgsqlBatch(connection, transaction)
        {
            BatchCommands =
            {
                WordCounts.Removing(tenant, roots),
                Command("delete from sovia.family_index where tenant_id = $1 and id = any($2)", roots),
                Command("delete from sovia.post_index where tenant_id = $1 and (id = any($2) or (root_id = any($3) and id <> all($4)))", [.. posts], roots, [.. now.Seen]),
            },
        };
        await batch.ExecuteNonQueryAsync(ct);
        return ((int)batch.BatchCommands[1].RecordsAffected, (int)batch.BatchCommands[2].RecordsAffected);
    }

    private NpgsqlBatchCommand Command(string sql, params Guid[][] ids)
    {
        var command = new NpgsqlBatchCommand(sql) { Parameters = { new() { Value = tenant } } };
        foreach (var list in ids) command.Parameters.Add(new() { Value = list, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid });
        return command;
    }

    private async Task InsertAsync(NpgsqlConnection connection, string table, IEnumerable<IndexRow> rows, Action<IReadOnlyCollection<string>>? count, CancellationToken ct)
    {
        await using var copy = await CopyRows.IntoAsync(connection, table, Columns, ct);
        foreach (var row in rows)
        {
            var lexemes = Lexemes.Of(row);
            count?.Invoke(lexemes);
            await copy.NextAsync(ct);
            Add(copy.Row, row, lexemes);
        }
        await copy.CompleteAsync(ct);
    }

    private void Add(RowBytes to, IndexRow row, IReadOnlyCollection<string> lexemes)
    {
        to.Add(tenant);
        to.Add(row.Id);
        to.Add(row.RootId);
        to.Add(SortKeys.Age(row.SortAt));
        to.Add(row.IsDated);
        to.Add(SortKeys.Of(row.Kind));
        to.Add(SortKeys.Of(row.Liked));
        to.Add(SortKeys.Model(row.Model));
        to.Add(-row.Videos);
        to.Add(row.Images);
        to.Add(row.Items);
        to.Add(row.Safe);
        to.Add(SortKeys.Month(row));
        to.Add(row.HasPrompt);
        to.Add(row.Models);
        to.Add(row.Modes);
        to.AddLexemes(lexemes);
        to.Add(RowText.Of(row));
    }
}
