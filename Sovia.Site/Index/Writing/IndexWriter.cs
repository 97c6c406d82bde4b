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
/// <param name="derivedRowsTask">The new rows, once they are built.</param>
/// <param name="families">Families whose rows are replaced or deleted.</param>
/// <param name="posts">Posts whose rows are replaced or deleted, including posts that have left these families.</param>
internal sealed class IndexWriter(string tenant, Task<DerivedRows> derivedRowsTask, IReadOnlyCollection<Guid> families,
    IReadOnlyCollection<Guid> posts) : ITransactionParticipant
{
    private static readonly string[] Columns =
        ["tenant_id", "id", "root_id", "age", "dated", "by_kind", "by_likes", "by_model", "by_videos", "images", "items", "safe", "month",
            "prompted", "models", "modes", "lexemes", "texts", "names", "classes", "millis", "bytes"];

    private static readonly string[] PostColumns = [.. Columns, "prompt"], AsideColumns = [.. PostColumns, "shown"];

    private const string ReplacedRowsSql = "(id = any($2) or (root_id = any($3) and id <> all($4)))";

    // Tokenises and stems while the database is still busy with the documents.
    private readonly Task<(PipeReader Rows, WordCounts Words)> familyBytes =
        CpuScheduler.RunAsync(async () => await EncodeFamiliesAsync(tenant, (await derivedRowsTask).FamilyIndexRows));
    private readonly Task<PipeReader> postBytes =
        CpuScheduler.RunAsync(async () => await EncodeAsync(tenant, (await derivedRowsTask).PostIndexRows, PostColumns));

    /// <inheritdoc/>
    public async Task BeforeCommitAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, CancellationToken token)
    {
        var (rows, words) = (await derivedRowsTask, (await familyBytes).Words);
        Guid[] roots = [.. families];
        if (roots.Length > 0) await words.RemoveAsync(connection, transaction, tenant, roots, token);
        var (oldFamilies, oldPosts) = families.Count + posts.Count > 0 ? await DeleteAsync(connection, transaction, rows, roots, token)
            : (0, 0);
        await NameSets.WriteAsync(connection, transaction, tenant, rows.FamilyIndexRows.Concat(rows.PostIndexRows)
            .Concat(rows.UnlistedPostIndexRows), token);
        if (rows.FamilyIndexRows.Count > 0)
            await BinaryCopy.WriteAsync(connection, "sovia.family_index", Columns, (await familyBytes).Rows, token);
        if (rows.PostIndexRows.Count > 0) await BinaryCopy.WriteAsync(connection, "sovia.post_index", PostColumns, await postBytes, token);
        if (rows.UnlistedPostIndexRows.Count > 0)
            await BinaryCopy.WriteAsync(connection, "sovia.post_aside", AsideColumns,
                await EncodeAsync(tenant, rows.UnlistedPostIndexRows, AsideColumns), token);
        Guid[] changedRoots = [.. families.Union(rows.FamilyIndexRows.Concat(rows.UnlistedPostIndexRows).Select(row => row.RootId))];
        if (families.Count + posts.Count + rows.FamilyIndexRows.Count + rows.UnlistedPostIndexRows.Count > 0)
            await AnnotationRows.RefreshAsync(connection, tenant, [.. rows.MemberIds.Union(posts)], changedRoots, token);
        await using var batch = new NpgsqlBatch(connection, transaction);
        if (words.CreateCommand(tenant) is { } wordCommand) batch.BatchCommands.Add(wordCommand);
        long[] promptKeys = [.. rows.PostIndexRows.Select(post => post.Prompt).OfType<long>().Distinct()];
        if (promptKeys.Length > 0) batch.BatchCommands.Add(PromptRefreshQueue.CreateEnqueueCommand(tenant, promptKeys));
        batch.BatchCommands
            .Add(LibraryStateCache.CreateAdvanceVersionCommand(tenant, rows.FamilyIndexRows.Count - oldFamilies,
                rows.PostIndexRows.Count - oldPosts, changedRoots));
        await batch.ExecuteNonQueryAsync(token);
    }

    /// <inheritdoc/>
    public Task AfterCommitAsync(CancellationToken token) => Task.CompletedTask;

    private async Task<(int Families, int Posts)> DeleteAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, DerivedRows rows,
        Guid[] roots, CancellationToken ct)
    {
        await using var batch = new NpgsqlBatch(connection, transaction)
        {
            BatchCommands =
            {
                ForPosts($"{PromptRefreshQueue.InsertSql} from sovia.post_index where tenant_id = $1 and {ReplacedRowsSql} and prompt is not null having count(*) > 0", rows, roots),
                Command("delete from sovia.family_index where tenant_id = $1 and id = any($2)", roots),
                ForPosts($"delete from sovia.post_index where tenant_id = $1 and {ReplacedRowsSql}", rows, roots),
                ForPosts($"delete from sovia.post_aside where tenant_id = $1 and {ReplacedRowsSql}", rows, roots),
            },
        };
        await batch.ExecuteNonQueryAsync(ct);
        return ((int)batch.BatchCommands[1].RecordsAffected, (int)batch.BatchCommands[2].RecordsAffected);
    }

    private NpgsqlBatchCommand ForPosts(string sql, DerivedRows rows, Guid[] roots) => Command(sql, [.. posts], roots, [.. rows.MemberIds]);

    private NpgsqlBatchCommand Command(string sql, params Guid[][] ids)
    {
        var command = new NpgsqlBatchCommand(sql) { Parameters = { new() { Value = tenant } } };
        foreach (var list in ids) command.Parameters.Add(new() { Value = list, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid });
        return command;
    }

    private static async Task<(PipeReader Rows, WordCounts Words)> EncodeFamiliesAsync(string tenant, IReadOnlyList<IndexRow> rows)
    {
        var counts = new WordCounts();
        return (await EncodeAsync(tenant, rows, Columns, counts), counts);
    }

    private static Task<PipeReader> EncodeAsync(string tenant, IReadOnlyList<IndexRow> rows, string[] columns, WordCounts? counts = null) =>
        BinaryCopy.SerializeAsync(rows, columns, (writer, row) =>
    {
        var (facts, words) = SearchLexemes.ForRow(row);
        counts?.Add(words);
        AddRow(writer, tenant, row, facts, words);
        if (columns != Columns) writer.Add(row.Prompt);
        if (columns == AsideColumns) writer.Add((short)row.Visibility);
    });

    private static void AddRow(CopyRowWriter writer, string tenant, IndexRow row, IReadOnlyList<string> facts, IReadOnlyList<string> words)
    {
        writer.Add(tenant);
        writer.Add(row.Id);
        writer.Add(row.RootId);
        writer.Add(SortKeyEncoding.ToAge(row.SortAt));
        writer.Add(row.IsDated);
        writer.Add(SortKeyEncoding.ToKey(row.Kind));
        writer.Add(SortKeyEncoding.ToKey(row.Liked));
        writer.Add(SortKeyEncoding.ToModelKey(row.Model));
        writer.Add(-row.Videos);
        writer.Add(row.Images);
        writer.Add(row.Items);
        writer.Add(row.Safe);
        writer.Add(SortKeyEncoding.ToMonthKey(row));
        writer.Add(row.HasPrompt);
        writer.Add(row.Models);
        writer.Add(row.Modes);
        writer.AddLexemes(facts, words);
        writer.AddLines(row.Texts, static text => text.PhraseText);
        writer.Add(NameSets.ComputeId(row));
        writer.Add(row.Classes);
        writer.Add(row.Milliseconds);
        writer.Add(row.Bytes);
    }
}
