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

    // The author shown in the history. Undoing the last change must not undo this one, because users mean their own.
    private const string By = "Sovia";

    private const string Reading = """
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
        await DueAsync(ct) is { Ids.Count: > 0 } ? [TrashExpiry.Only] : [];

    /// <inheritdoc/>
    public async Task RunAsync(string item, CancellationToken ct)
    {
        if (await DueAsync(ct) is not { } due) return;
        if (due.Ids.Count > 0) await apply.RunAsync(Selection.From(due.Ids), new() { ExpireTrashedBefore = due.Before }, ct, by: By);
        // If the process dies before this is saved, the next run finds only the posts that are left, and repeats nothing.
        await using var session = sessions.OpenSession();
        session.Store(new TrashExpiry { Through = due.Before });
        await session.SaveChangesAsync(ct);
    }

    /// <inheritdoc/>
    public Task FailAsync(string item, Exception fault, string reason, CancellationToken ct) => Task.CompletedTask;

    // Returns the posts to clear; null if the trash never expires.
    private async Task<(IReadOnlyList<Guid> Ids, DateTimeOffset Before)?> DueAsync(CancellationToken ct)
    {
        if ((await preferences.GetCurrentAsync(ct)).TrashDays is not { } days) return null;
        var before = Microseconds.Truncate(clock.GetUtcNow()).AddDays(-days);
        await using var session = sessions.QuerySession();
        var from = (await session.LoadAsync<TrashExpiry>(TrashExpiry.Only, ct))?.Through.ToUniversalTime() ?? DateTimeOffset.MinValue;
        var ids = new List<Guid>();
        if (from >= before) return (ids, from);
        await using var command = new NpgsqlCommand(Reading)
        {
            Parameters = { new() { Value = session.TenantId }, new() { Value = from }, new() { Value = before } },
        };
        await using var reader = await session.ExecuteReaderAsync(command, ct);
        while (await reader.ReadAsync(ct)) ids.Add(reader.GetGuid(0));
        return (ids, before);
    }
}
