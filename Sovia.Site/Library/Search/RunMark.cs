using Marten;
using Npgsql;
using NpgsqlTypes;
using Sovia.Library.Writing;

namespace Sovia.Library.Search;

/// <summary>Notes which posts an import run brought or changed, in the transaction that does.</summary>
public sealed class RunMark : ITransactionParticipant
{
    private readonly string tenant;
    private readonly Guid run;
    private readonly Guid[] posts;

    private RunMark(string tenant, Guid run, Guid[] posts) => (this.tenant, this.run, this.posts) = (tenant, run, posts);

    /// <summary>Marks posts once the session saves.</summary>
    public static void Posts(IDocumentSession session, Guid run, IEnumerable<Guid> posts)
    {
        if (posts.ToArray() is { Length: > 0 } ids) session.Enlist(new RunMark(session.TenantId, run, ids));
    }

    /// <inheritdoc/>
    public async Task BeforeCommitAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, CancellationToken token)
    {
        await using var command = new NpgsqlCommand(
            "insert into sovia.run_post (tenant_id, run_id, post_id) select $1, $2, unnest($3) on conflict do nothing", connection, transaction)
        {
            Parameters = { new() { Value = tenant }, new() { Value = run }, new() { Value = posts, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid } },
        };
        await command.ExecuteNonQueryAsync(token);
    }

    /// <inheritdoc/>
    public Task AfterCommitAsync(CancellationToken token) => Task.CompletedTask;
}
