using System.IO.Pipelines;
using System.Text.Json.Serialization.Metadata;
using Marten;
using Npgsql;
using NpgsqlTypes;
using Sovia.Index.Writing;
using Sovia.Jobs;
using Sovia.Storage.Copying;

namespace Sovia.Library.Writing;

/// <summary>
/// Writes many posts and families with COPY in the session's transaction, instead of Marten's unit of work, which would send one statement
/// per document. The rows are the same as Marten's; a test compares all columns.
/// </summary>
/// <param name="tenant">The library's tenant.</param>
/// <param name="posts">New and changed posts.</param>
/// <param name="derivedRowsTask">New and changed families, once they are built.</param>
internal sealed class DocumentCopyWriter(string tenant, IReadOnlyCollection<Post> posts, Task<DerivedRows> derivedRowsTask)
    : ITransactionParticipant
{
    private static readonly string[] PostColumns =
        ["tenant_id", "id", "data", "mt_version", "mt_dotnet_type", "is_stub", "safety", "media_host", "kind", "root_id", "created_at",
            "marks"];

    private static readonly string[] FamilyColumns = ["tenant_id", "id", "data", "mt_version", "mt_dotnet_type", "sort_at"];

    // Serialised to JSON while the database is still busy with the previous work.
    private readonly Task<PipeReader> postBytes = CpuScheduler.RunAsync(() => SerializePostsAsync(tenant, posts));
    private readonly Task<PipeReader> familyBytes = CpuScheduler.RunAsync(async () =>
        await SerializeFamiliesAsync(tenant, (await derivedRowsTask).Families));

    /// <summary>Posts whose documents are replaced or deleted.</summary>
    public IReadOnlyCollection<Guid> ReplacedPosts { get; init; } = [];

    /// <summary>Families whose documents are replaced or deleted.</summary>
    public IReadOnlyCollection<Guid> ReplacedFamilies { get; init; } = [];

    /// <inheritdoc/>
    public async Task BeforeCommitAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, CancellationToken token)
    {
        await using (var batch = new NpgsqlBatch(connection, transaction))
        {
            if (ReplacedPosts.Count > 0) batch.BatchCommands.Add(CreateDeleteCommand("mt_doc_post", ReplacedPosts));
            if (ReplacedFamilies.Count > 0) batch.BatchCommands.Add(CreateDeleteCommand("mt_doc_family", ReplacedFamilies));
            if (batch.BatchCommands.Count > 0) await batch.ExecuteNonQueryAsync(token);
        }
        if (posts.Count > 0) await BinaryCopy.WriteAsync(connection, "sovia.mt_doc_post", PostColumns, await postBytes, token);
        if ((await derivedRowsTask).Families.Count > 0)
            await BinaryCopy.WriteAsync(connection, "sovia.mt_doc_family", FamilyColumns, await familyBytes, token);
    }

    /// <inheritdoc/>
    public Task AfterCommitAsync(CancellationToken token) => Task.CompletedTask;

    private NpgsqlBatchCommand CreateDeleteCommand(string table, IReadOnlyCollection<Guid> ids) =>
        new($"delete from sovia.{table} where tenant_id = $1 and id = any($2)")
        {
            Parameters =
            {
                new() { Value = tenant },
                new() { Value = ids.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid },
            },
        };

    private static Task<PipeReader> SerializePostsAsync(string tenant, IReadOnlyCollection<Post> posts) =>
        SerializeAsync(tenant, posts, post => post.Id, LibraryJson.Default.Post, PostColumns, (row, post) =>
    {
        row.Add(post.IsStub);
        row.Add(post.Safety.ToString());
        row.Add(post.MediaHost);
        row.Add(post.Kind.ToString());
        row.Add(post.RootId);
        row.Add(post.CreatedAt);
        row.Add(post.Fingerprints);
    });

    private static Task<PipeReader> SerializeFamiliesAsync(string tenant, IReadOnlyCollection<Family> families) =>
        SerializeAsync(tenant, families, family => family.Id, LibraryJson.Default.Family, FamilyColumns, (row, family) =>
            row.Add(family.SortAt));

    private static async Task<PipeReader> SerializeAsync<T>(
        string tenant, IEnumerable<T> documents, Func<T, Guid> getId, JsonTypeInfo<T> type, string[] columns, Action<CopyRowWriter,
            T> addColumns)
    {
        using var json = new JsonBuffer();
        return await BinaryCopy.SerializeAsync(documents, columns, (row, document) =>
        {
            row.Add(tenant);
            row.Add(getId(document));
            row.AddJson(json.Serialize(document, type));
            row.Add(Guid.CreateVersion7());
            row.Add(typeof(T).FullName);
            addColumns(row, document);
        });
    }
}
