using System.IO.Pipelines;
using Marten;
using Npgsql;
using NpgsqlTypes;
using Sovia.Index.Versions;
using Sovia.Jobs;
using Sovia.Storage.Copying;

namespace Sovia.Index.Writing;

/// <summary>
/// Writes the index rows of changed families and posts in the transaction of their documents, and advances the library's version.
/// </summary>
/// <param name="tenant">The library's tenant.</param>
/// <param name="making">The new rows, once they are built.</param>
/// <param name="families">Families whose rows are replaced or deleted.</param>
/// <param name="posts">Posts whose rows are replaced or deleted, including posts that have left these families.</param>
internal sealed class IndexWriter(string tenant, Task<DerivedRows> making, IReadOnlyCollection<Guid> families,
    IReadOnlyCollection<Guid> posts) : ITransactionParticipant
{
    private static readonly string[] Columns =
        ["tenant_id", "id", "root_id", "age", "dated", "by_kind", "by_likes", "by_model", "by_videos", "images", "items", "safe", "month",
            "prompted", "models", "modes", "lexemes", "texts", "names", "classes", "millis", "bytes"];

    private static readonly string[] PostColumns = [.. Columns, "prompt"], AsideColumns = [.. PostColumns, "shown"];

    private const string Replaced = "(id = any($2) or (root_id = any($3) and id <> all($4)))";

    // Tokenises and stems while the database is still busy with the documents.
    private readonly Task<(PipeReader Rows, WordCounts Words)> familyBytes =
        CpuScheduler.RunAsync(async () => await CountedAsync(tenant, (await making).FamilyIndexRows));
    private readonly Task<PipeReader> postBytes =
        CpuScheduler.RunAsync(async () => await BytesAsync(tenant, (await making).PostIndexRows, PostColumns));

    /// <inheritdoc/>
    public async Task BeforeCommitAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, CancellationToken token)
    {
        var (now, words) = (await making, (await familyBytes).Words);
        Guid[] roots = [.. families];
        if (roots.Length > 0) await words.RemoveAsync(connection, transaction, tenant, roots, token);
        var (familiesOut, postsOut) = families.Count + posts.Count > 0 ? await DeleteAsync(connection, transaction, now, roots, token)
            : (0, 0);
        await NameSets.WriteAsync(connection, transaction, tenant, now.FamilyIndexRows.Concat(now.PostIndexRows)
            .Concat(now.UnlistedPostIndexRows), token);
        if (now.FamilyIndexRows.Count > 0)
            await BinaryCopy.WriteAsync(connection, "sovia.family_index", Columns, (await familyBytes).Rows, token);
        if (now.PostIndexRows.Count > 0) await BinaryCopy.WriteAsync(connection, "sovia.post_index", PostColumns, await postBytes, token);
        if (now.UnlistedPostIndexRows.Count > 0)
            await BinaryCopy.WriteAsync(connection, "sovia.post_aside", AsideColumns,
                await BytesAsync(tenant, now.UnlistedPostIndexRows, AsideColumns), token);
        Guid[] changed = [.. families.Union(now.FamilyIndexRows.Concat(now.UnlistedPostIndexRows).Select(row => row.RootId))];
        if (families.Count + posts.Count + now.FamilyIndexRows.Count + now.UnlistedPostIndexRows.Count > 0)
            await AnnotationRows.RefreshAsync(connection, tenant, [.. now.MemberIds.Union(posts)], changed, token);
        await using var batch = new NpgsqlBatch(connection, transaction);
        if (words.CreateCommand(tenant) is { } writing) batch.BatchCommands.Add(writing);
        long[] prompts = [.. now.PostIndexRows.Select(post => post.Prompt).OfType<long>().Distinct()];
        if (prompts.Length > 0) batch.BatchCommands.Add(PromptRefreshQueue.CreateEnqueueCommand(tenant, prompts));
        batch.BatchCommands
            .Add(LibraryStateCache.CreateAdvanceVersionCommand(tenant, now.FamilyIndexRows.Count - familiesOut,
                now.PostIndexRows.Count - postsOut, changed));
        await batch.ExecuteNonQueryAsync(token);
    }

    /// <inheritdoc/>
    public Task AfterCommitAsync(CancellationToken token) => Task.CompletedTask;

    private async Task<(int Families, int Posts)> DeleteAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, DerivedRows now,
        Guid[] roots, CancellationToken ct)
    {
        await using var batch = new NpgsqlBatch(connection, transaction)
        {
            BatchCommands =
            {
                OfPosts($"{PromptRefreshQueue.InsertSql} from sovia.post_index where tenant_id = $1 and {Replaced} and prompt is not null having count(*) > 0", now, roots),
                Command("delete from sovia.family_index where tenant_id = $1 and id = any($2)", roots),
                OfPosts($"delete from sovia.post_index where tenant_id = $1 and {Replaced}", now, roots),
                OfPosts($"delete from sovia.post_aside where tenant_id = $1 and {Replaced}", now, roots),
            },
        };
        await batch.ExecuteNonQueryAsync(ct);
        return ((int)batch.BatchCommands[1].RecordsAffected, (int)batch.BatchCommands[2].RecordsAffected);
    }

    private NpgsqlBatchCommand OfPosts(string sql, DerivedRows now, Guid[] roots) => Command(sql, [.. posts], roots, [.. now.MemberIds]);

    private NpgsqlBatchCommand Command(string sql, params Guid[][] ids)
    {
        var command = new NpgsqlBatchCommand(sql) { Parameters = { new() { Value = tenant } } };
        foreach (var list in ids) command.Parameters.Add(new() { Value = list, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid });
        return command;
    }

    private static async Task<(PipeReader Rows, WordCounts Words)> CountedAsync(string tenant, IReadOnlyList<IndexRow> rows)
    {
        var words = new WordCounts();
        return (await BytesAsync(tenant, rows, Columns, words), words);
    }

    private static Task<PipeReader> BytesAsync(string tenant, IReadOnlyList<IndexRow> rows, string[] columns, WordCounts? counted = null) =>
        BinaryCopy.SerializeAsync(rows, columns, (bytes, row) =>
    {
        var (facts, words) = SearchLexemes.ForRow(row);
        counted?.Add(words);
        Add(bytes, tenant, row, facts, words);
        if (columns != Columns) bytes.Add(row.Prompt);
        if (columns == AsideColumns) bytes.Add((short)row.Visibility);
    });

    private static void Add(CopyRowWriter to, string tenant, IndexRow row, IReadOnlyList<string> facts, IReadOnlyList<string> words)
    {
        to.Add(tenant);
        to.Add(row.Id);
        to.Add(row.RootId);
        to.Add(SortKeyEncoding.ToAge(row.SortAt));
        to.Add(row.IsDated);
        to.Add(SortKeyEncoding.ToKey(row.Kind));
        to.Add(SortKeyEncoding.ToKey(row.Liked));
        to.Add(SortKeyEncoding.ToModelKey(row.Model));
        to.Add(-row.Videos);
        to.Add(row.Images);
        to.Add(row.Items);
        to.Add(row.Safe);
        to.Add(SortKeyEncoding.ToMonthKey(row));
        to.Add(row.HasPrompt);
        to.Add(row.Models);
        to.Add(row.Modes);
        to.AddLexemes(facts, words);
        to.AddLines(row.Texts, static text => text.PhraseText);
        to.Add(NameSets.ComputeId(row));
        to.Add(row.Classes);
        to.Add(row.Milliseconds);
        to.Add(row.Bytes);
    }
}
