using Marten;
using Npgsql;
using NpgsqlTypes;

namespace Sovia.Library.Search;

/// <summary>
/// Writes the index rows of changed families and posts in the transaction of their documents, and counts the library's
/// version up. May run twice where a commit is tried again: it deletes what it is about to write.
/// </summary>
internal sealed class IndexWriter(string tenant) : ITransactionParticipant
{
    private const string Columns =
        "tenant_id, id, root_id, age, dated, by_kind, by_likes, by_model, by_videos, images, items, safe, month, prompted, models, modes, lexemes, texts";

    private readonly Dictionary<Guid, IndexRow> families = [];
    private readonly Dictionary<Guid, IndexRow> posts = [];
    private readonly HashSet<Guid> roots = [];
    private readonly HashSet<Guid> members = [];

    /// <summary>Takes in a family as it is now.</summary>
    /// <param name="family">Its row.</param>
    /// <param name="changed">Rows of its posts that are new or changed.</param>
    /// <param name="all">The ids of all its posts that have rows; others lose theirs.</param>
    public void Put(IndexRow family, IEnumerable<IndexRow> changed, IEnumerable<Guid> all)
    {
        families[family.Id] = family;
        roots.Add(family.Id);
        members.UnionWith(all);
        foreach (var post in changed) posts[post.Id] = post;
    }

    /// <summary>Takes out a family that is no more.</summary>
    public void Remove(Guid rootId)
    {
        families.Remove(rootId);
        roots.Add(rootId);
    }

    /// <inheritdoc/>
    public async Task BeforeCommitAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, CancellationToken token)
    {
        await using var batch = new NpgsqlBatch(connection, transaction);
        batch.BatchCommands.Add(WordCounts.Removing(tenant, [.. roots]));
        batch.BatchCommands.Add(Command("delete from sovia.family_index where tenant_id = $1 and id = any($2)", roots.ToArray()));
        batch.BatchCommands.Add(Command(
            "delete from sovia.post_index where tenant_id = $1 and (id = any($2) or (root_id = any($3) and id <> all($4)))",
            posts.Keys.ToArray(), roots.ToArray(), members.ToArray()));
        if (families.Count > 0) batch.BatchCommands.Add(Insert("family_index", families.Values));
        if (posts.Count > 0) batch.BatchCommands.Add(Insert("post_index", posts.Values));
        if (families.Count > 0) batch.BatchCommands.Add(WordCounts.Adding(tenant, [.. families.Keys]));
        await batch.ExecuteNonQueryAsync(token);
        // In the order above: words out, families out, posts out, families in, posts in.
        int Affected(int command) => (int)batch.BatchCommands[command].RecordsAffected;
        var posted = posts.Count > 0 ? Affected(families.Count > 0 ? 4 : 3) : 0;
        await LibraryVersion.AdvanceAsync(connection, transaction, tenant, families.Count - Affected(1), posted - Affected(2), token);
    }

    /// <inheritdoc/>
    public Task AfterCommitAsync(CancellationToken token) => Task.CompletedTask;

    private NpgsqlBatchCommand Command(string sql, params Guid[][] ids)
    {
        var command = new NpgsqlBatchCommand(sql) { Parameters = { new() { Value = tenant } } };
        foreach (var list in ids) command.Parameters.Add(new() { Value = list, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid });
        return command;
    }

    private NpgsqlBatchCommand Insert(string table, IReadOnlyCollection<IndexRow> rows)
    {
        var command = Command($"""
            insert into sovia.{table} ({Columns})
            select $1, id, root_id, age, dated, by_kind, by_likes, by_model, by_videos, images, items, safe, month, prompted,
                string_to_array(models, E'\x01'), string_to_array(modes, E'\x01'), array_to_tsvector(string_to_array(lexemes, E'\x01')), texts
            from unnest($2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)
                as row (id, root_id, age, dated, by_kind, by_likes, by_model, by_videos, images, items, safe, month, prompted, models, modes, lexemes, texts)
            """);
        void Add<T>(NpgsqlDbType type, Func<IndexRow, T> value) =>
            command.Parameters.Add(new() { Value = rows.Select(value).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | type });
        Add(NpgsqlDbType.Uuid, row => row.Id);
        Add(NpgsqlDbType.Uuid, row => row.RootId);
        Add(NpgsqlDbType.Bigint, row => SortKeys.Age(row.SortAt));
        Add(NpgsqlDbType.Boolean, row => row.IsDated);
        Add(NpgsqlDbType.Smallint, row => SortKeys.Of(row.Kind));
        Add(NpgsqlDbType.Smallint, row => SortKeys.Of(row.Liked));
        Add(NpgsqlDbType.Text, row => SortKeys.Model(row.Model));
        Add(NpgsqlDbType.Integer, row => -row.Videos);
        Add(NpgsqlDbType.Integer, row => row.Images);
        Add(NpgsqlDbType.Integer, row => row.Items);
        Add(NpgsqlDbType.Integer, row => row.Safe);
        Add(NpgsqlDbType.Integer, SortKeys.Month);
        Add(NpgsqlDbType.Boolean, row => row.HasPrompt);
        Add(NpgsqlDbType.Text, row => Join(row.Models));
        Add(NpgsqlDbType.Text, row => Join(row.Modes));
        Add(NpgsqlDbType.Text, row => Join(Lexemes.Of(row)));
        Add(NpgsqlDbType.Text, RowText.Of);
        return command;
    }

    private static string Join(IEnumerable<string> parts) => string.Join('\x01', parts);
}
