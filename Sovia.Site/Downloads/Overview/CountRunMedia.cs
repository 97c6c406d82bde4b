using Marten;
using Npgsql;
using Sovia.Index;

namespace Sovia.Downloads.Overview;

/// <summary>Counts the saved and missing files of an import run, without the trash. Reads columns and no document.</summary>
public sealed class CountRunMedia(IQuerySession session)
{
    private static readonly string Sql = $"""
        select coalesce(post.safety, 'Missing') = 'Safe', coalesce(post.media_host, ''), count(*)::integer from sovia.run_post run
        join sovia.mt_doc_post post on post.tenant_id = run.tenant_id and post.id = run.post_id
        where run.tenant_id = $1 and run.run_id = $2 and post.is_stub is not true and not {UnlistedPosts.BuildIsTrashedSql("post.id")}
        group by 1, 2
        """;

    /// <summary>Returns the current counts.</summary>
    public async Task<RunMediaCounts> RunAsync(Guid run, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(Sql) { Parameters = { new() { Value = session.TenantId }, new() { Value = run } } };
        await using var reader = await session.ExecuteReaderAsync(command, ct);
        var counts = new RunMediaCounts(0, 0, 0, 0);
        while (await reader.ReadAsync(ct)) counts = Add(counts, reader.GetBoolean(0), reader.GetString(1), reader.GetInt32(2));
        return counts;
    }

    private static RunMediaCounts Add(RunMediaCounts counts, bool isSafe, string host, int count) =>
        isSafe ? counts with { Safe = counts.Safe + count } : MediaHosts.FindAccess(host) switch
        {
            HostAccess.Public => counts with { Public = counts.Public + count },
            HostAccess.Cookie => counts with { Cookie = counts.Cookie + count },
            _ => counts with { Nowhere = counts.Nowhere + count },
        };
}
