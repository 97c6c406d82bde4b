using Marten;
using Npgsql;
using NpgsqlTypes;
using Sovia.Library.Search;

namespace Sovia.Library.Writing;

/// <summary>
/// Writes many posts and families in their transaction, past Marten's unit of work, which would send a statement a document. What
/// it writes is what Marten would have written; a test compares the two to the last column.
/// </summary>
internal sealed class WriteDocuments(string tenant) : ITransactionParticipant
{
    private static readonly string[] PostColumns =
        ["tenant_id", "id", "data", "mt_version", "mt_dotnet_type", "is_stub", "safety", "media_host", "kind", "root_id", "created_at", "marks"];

    private static readonly string[] FamilyColumns = ["tenant_id", "id", "data", "mt_version", "mt_dotnet_type", "sort_at"];

    /// <summary>New and changed posts.</summary>
    public IReadOnlyCollection<Post> Posts { get; init; } = [];

    /// <summary>New and changed families, as soon as they are known.</summary>
    public required Task<FamilyRows> Families { get; init; }

    /// <summary>Posts whose documents are replaced or go.</summary>
    public IReadOnlyCollection<Guid> OldPosts { get; init; } = [];

    /// <summary>Families whose documents are replaced or go.</summary>
    public IReadOnlyCollection<Guid> OldFamilies { get; init; } = [];

    /// <inheritdoc/>
    public async Task BeforeCommitAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, CancellationToken token)
    {
        await using (var batch = new NpgsqlBatch(connection, transaction))
        {
            if (OldPosts.Count > 0) batch.BatchCommands.Add(Deleting("mt_doc_post", OldPosts));
            if (OldFamilies.Count > 0) batch.BatchCommands.Add(Deleting("mt_doc_family", OldFamilies));
            if (batch.BatchCommands.Count > 0) await batch.ExecuteNonQueryAsync(token);
        }
        if (Posts.Count > 0) await WritePostsAsync(connection, token);
        if ((await Families).Families is { Count: > 0 } families) await WriteFamiliesAsync(connection, families, token);
    }

    /// <inheritdoc/>
    public Task AfterCommitAsync(CancellationToken token) => Task.CompletedTask;

    private NpgsqlBatchCommand Deleting(string table, IReadOnlyCollection<Guid> ids) => new($"delete from sovia.{table} where tenant_id = $1 and id = any($2)")
    {
        Parameters = { new() { Value = tenant }, new() { Value = ids.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid } },
    };

    private async Task WritePostsAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var copy = await CopyRows.IntoAsync(connection, "sovia.mt_doc_post", PostColumns, ct);
        using var json = new JsonBytes();
        foreach (var post in Posts)
        {
            await copy.NextAsync(ct);
            Begin(copy.Row, post.Id, json.Of(post, LibraryJson.Default.Post), typeof(Post));
            copy.Row.Add(post.IsStub);
            copy.Row.Add(post.Safety.ToString());
            copy.Row.Add(post.MediaHost);
            copy.Row.Add(post.Kind.ToString());
            copy.Row.Add(post.RootId);
            copy.Row.Add(post.CreatedAt);
            copy.Row.Add(post.Marks);
        }
        await copy.CompleteAsync(ct);
    }

    private async Task WriteFamiliesAsync(NpgsqlConnection connection, IReadOnlyList<Family> families, CancellationToken ct)
    {
        await using var copy = await CopyRows.IntoAsync(connection, "sovia.mt_doc_family", FamilyColumns, ct);
        using var json = new JsonBytes();
        foreach (var family in families)
        {
            await copy.NextAsync(ct);
            Begin(copy.Row, family.Id, json.Of(family, LibraryJson.Default.Family), typeof(Family));
            copy.Row.Add(family.SortAt);
        }
        await copy.CompleteAsync(ct);
    }

    private void Begin(RowBytes row, Guid id, ReadOnlySpan<byte> json, Type type)
    {
        row.Add(tenant);
        row.Add(id);
        row.AddJson(json);
        row.Add(Guid.CreateVersion7());
        row.Add(type.FullName);
    }
}
