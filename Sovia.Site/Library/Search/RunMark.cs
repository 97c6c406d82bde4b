using Marten;
using Npgsql;
using NpgsqlTypes;
using Sovia.Library.Writing;

namespace Sovia.Library.Search;

/// <summary>Notes which posts an import run brought or changed, in the transaction that does.</summary>
public sealed class RunMark : ITransactionParticipant
{
    private static readonly string[] Columns = ["tenant_id", "run_id", "post_id"];

    private readonly string tenant;
    private readonly Guid run;
    private readonly Guid[] posts;
    private readonly bool mayBeMarked;

    private RunMark(string tenant, Guid run, Guid[] posts, bool mayBeMarked) => (this.tenant, this.run, this.posts, this.mayBeMarked) = (tenant, run, posts, mayBeMarked);

    /// <summary>Marks posts once the session saves.</summary>
    /// <param name="session">The session.</param>
    /// <param name="run">The run.</param>
    /// <param name="posts">Each once.</param>
    /// <param name="mayBeMarked">False where it is certain that none of them is marked yet, which is half the work.</param>
    public static void Posts(IDocumentSession session, Guid run, IEnumerable<Guid> posts, bool mayBeMarked = true)
    {
        if (posts.ToArray() is { Length: > 0 } ids) session.Enlist(new RunMark(session.TenantId, run, ids, mayBeMarked));
    }

    /// <inheritdoc/>
    public Task BeforeCommitAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, CancellationToken token) =>
        mayBeMarked ? AddAsync(connection, transaction, token) : CopyAsync(connection, token);

    /// <inheritdoc/>
    public Task AfterCommitAsync(CancellationToken token) => Task.CompletedTask;

    private async Task AddAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(
            "insert into sovia.run_post (tenant_id, run_id, post_id) select $1, $2, unnest($3) on conflict do nothing", connection, transaction)
        {
            Parameters = { new() { Value = tenant }, new() { Value = run }, new() { Value = posts, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid } },
        };
        await command.ExecuteNonQueryAsync(ct);
    }

    private async Task CopyAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var copy = await CopyRows.IntoAsync(connection, "sovia.run_post", Columns, ct);
        foreach (var post in posts)
        {
            await copy.NextAsync(ct);
            copy.Row.Add(tenant);
            copy.Row.Add(run);
            copy.Row.Add(post);
        }
        await copy.CompleteAsync(ct);
    }
}
