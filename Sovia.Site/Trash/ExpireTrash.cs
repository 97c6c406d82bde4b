using Marten;
using Npgsql;
using Sovia.Curation;
using Sovia.Jobs;
using Sovia.Library.Dates;
using Sovia.Preferences;

namespace Sovia.Trash;

/// <summary>
/// Clears posts from the trash after the retention time that the user has set. Posts and annotations are kept, so that an import does not
/// bring the posts back; files are not touched.
/// </summary>
public sealed class ExpireTrash(ISessionFactory sessions, ApplyChange apply, PreferenceCache preferences, TimeProvider clock) : IJob
{
    /// <summary>The job kind's name.</summary>
    public const string JobName = "expire-trash";

    // The author shown in the history. Undoing the last change must not undo this one, because users expect to undo their own change.
    private const string Author = "Sovia";

    private const string FindExpiredSql = """
        select z.id from sovia.post_aside z join sovia.mt_doc_annotation d on d.tenant_id = z.tenant_id and d.id = z.id
        where z.tenant_id = $1 and z.shown = 2 and (d.data->>'trashedAt')::timestamptz >= $2 and (d.data->>'trashedAt')::timestamptz < $3
        """;

    /// <inheritdoc/>
    public string Name => JobName;

    /// <inheritdoc/>
    public JobAffinity Affinity => JobAffinity.AnyNode;

    /// <inheritdoc/>
    public TimeSpan PollInterval => TimeSpan.FromMinutes(10);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> FindPendingAsync(CancellationToken ct) =>
        await FindDueAsync(ct) is { Ids.Count: > 0 } ? [TrashExpiry.Only] : [];

    /// <inheritdoc/>
    public async Task RunAsync(string item, CancellationToken ct)
    {
        if (await FindDueAsync(ct) is not { } due) return;
        if (due.Ids.Count > 0) await apply.RunAsync(Selection.From(due.Ids), new() { ExpireTrashedBefore = due.Before }, ct, by: Author);
        // If the process dies before this is saved, the next run finds only the remaining posts, and repeats nothing.
        await using var session = sessions.OpenSession();
        session.Store(new TrashExpiry { Through = due.Before });
        await session.SaveChangesAsync(ct);
    }

    /// <inheritdoc/>
    public Task FailAsync(string item, Exception fault, string reason, CancellationToken ct) => Task.CompletedTask;

    // Returns the posts to clear; null if the trash never expires.
    private async Task<(IReadOnlyList<Guid> Ids, DateTimeOffset Before)?> FindDueAsync(CancellationToken ct)
    {
        if ((await preferences.GetCurrentAsync(ct)).TrashDays is not { } days) return null;
        var before = Microseconds.Truncate(clock.GetUtcNow()).AddDays(-days);
        await using var session = sessions.QuerySession();
        var through = (await session.LoadAsync<TrashExpiry>(TrashExpiry.Only, ct))?.Through.ToUniversalTime() ?? DateTimeOffset.MinValue;
        var ids = new List<Guid>();
        if (through >= before) return (ids, through);
        await using var command = new NpgsqlCommand(FindExpiredSql)
        {
            Parameters = { new() { Value = session.TenantId }, new() { Value = through }, new() { Value = before } },
        };
        await using var reader = await session.ExecuteReaderAsync(command, ct);
        while (await reader.ReadAsync(ct)) ids.Add(reader.GetGuid(0));
        return (ids, before);
    }
}
