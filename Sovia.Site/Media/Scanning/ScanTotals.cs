using Marten;
using Npgsql;

namespace Sovia.Media.Scanning;

/// <summary>
/// Counts the states of the files in the scanned folders from the database, so that an interrupted scan does not affect the result.
/// </summary>
internal static class ScanTotals
{
    private const string CountSql = """
        with scanned as (select unnest(:roots) as root, unnest(:paths) as path),
        places as (
            select l.sha_256 as sha, l.data ? 'missingSince' as missing
            from sovia.mt_doc_filelocation l join scanned s on l.data ->> 'root' = s.root
                and (s.path = '' or l.data ->> 'path' = s.path or starts_with(l.data ->> 'path', s.path || '/'))
            where l.tenant_id = :tenant and l.sha_256 is not null),
        here as (select distinct sha from places where not missing)
        select f.state, null, count(*) from here join sovia.mt_doc_mediafile f on f.tenant_id = :tenant and f.id = here.sha group by f.state
        union all select 'by', m.data ->> 'method', count(distinct m.sha_256) from here join sovia.mt_doc_filematch m on m.tenant_id = :tenant and m.sha_256 = here.sha group by 2
        union all select 'gone', null, count(*) from places where missing
        """;

    /// <summary>Returns the report with the totals added.</summary>
    public static async Task<ScanReport> AddToReportAsync(ISessionFactory sessions, ScanReport report, IReadOnlyList<ScanTarget> scopes,
        CancellationToken ct)
    {
        await using var session = sessions.OpenSession();
        await session.BeginTransactionAsync(ct);
        // The planner cannot estimate how many files are under the targets. Its low estimate made it choose a nested loop with one lookup
        // for each file.
        await using (await session.ExecuteReaderAsync(new("set local enable_nestloop = off"), ct)) { }
        await using var command = new NpgsqlCommand(CountSql);
        command.Parameters.AddWithValue("tenant", session.TenantId);
        command.Parameters.AddWithValue("roots", scopes.Select(scanTarget => scanTarget.Root).ToArray());
        command.Parameters.AddWithValue("paths", scopes.Select(scanTarget => scanTarget.Path).ToArray());
        var countsByMethod = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var countsByState = new Dictionary<string, int>();
        await using var reader = await session.ExecuteReaderAsync(command, ct);
        while (await reader.ReadAsync(ct))
            if (reader.IsDBNull(1)) countsByState[reader.GetString(0)] = (int)reader.GetInt64(2);
            else countsByMethod[reader.GetString(1)] = (int)reader.GetInt64(2);
        return report with
        {
            Roots = [.. scopes.Select(scanTarget => scanTarget.FullPath)],
            NothingRead = !scopes.Any(scanTarget => Directory.Exists(scanTarget.FullPath) || File.Exists(scanTarget.FullPath)),
            Matched = countsByMethod,
            Ambiguous = countsByState.GetValueOrDefault(nameof(FileState.Ambiguous)),
            Unmatched = countsByState.GetValueOrDefault(nameof(FileState.Unmatched)),
            Missing = countsByState.GetValueOrDefault("gone"),
        };
    }
}
