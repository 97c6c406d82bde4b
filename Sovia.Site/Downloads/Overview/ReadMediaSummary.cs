using Marten;
using Npgsql;
using Sovia.Index;
using Sovia.Library;
using Sovia.Query;
using Sovia.Query.Lists;

namespace Sovia.Downloads.Overview;

/// <summary>
/// Counts saved and missing posts by host, kind and reason, without the trash and without the items that the user hides by a search. Reads
/// indexes, and of the posts only missing ones.
/// </summary>
public sealed class ReadMediaSummary(IQuerySession session)
{
    /// <summary>Returns the current counts.</summary>
    public async Task<MediaSummary> RunAsync(CancellationToken ct)
    {
        var hidden = HideFilter.Current?.CreateList(ListUnit.Post);
        var postCounts = await CountAsync(hidden is null ? static _ => PostCountsSql
            : parameters => BuildCountsSql($"{Counted}\nunion all\n{BuildHiddenCountsSql(hidden, parameters)}"), ct);
        var problemCounts = (await CountAsync(parameters => hidden is null ? $"{ProblemCountsSql}{Grouping}"
            : $"{ProblemCountsSql} and post.id not in ({hidden.BuildSql(parameters, "x.id")}){Grouping}", ct))
            .ToLookup(row => (row.Host, row.Kind, row.Safety));
        var cells =
            from row in postCounts
            let problems = row.Safety == FileStatus.Safe ? [] : problemCounts[(row.Host, row.Kind, row.Safety)]
            let remainder = row with
            {
                Code = row.Safety == FileStatus.Safe ? null : MissingReason.ForHost(row.Host, row.Safety),
                Count = row.Count - problems.Sum(problem => problem.Count)
            }
            from cell in problems.Append(remainder)
            where cell.Count > 0
            group cell.Count by (cell.Host, cell.Kind, cell.Code) into same
            select new MediaSummaryCell(same.Key.Host, same.Key.Kind, same.Key.Code, same.Sum());
        return new([.. cells]);
    }

    /// <summary>Counts by host, kind and file status, from one index.</summary>
    /// <remarks>Subtracts the trash afterwards instead of checking each post, because the trash is small by comparison.</remarks>
    internal static readonly string PostCountsSql = BuildCountsSql(Counted);

    private const string Counted = """
        select post.media_host, post.kind, post.safety, count(*) from sovia.mt_doc_post post
        where post.tenant_id = $1 and post.is_stub = false
        group by post.safety, post.media_host, post.kind
        union all
        select post.media_host, post.kind, post.safety, -count(*) from sovia.post_aside aside
        join sovia.mt_doc_post post on post.tenant_id = $1 and post.id = aside.id
        where aside.tenant_id = $1 and aside.shown >= 2 and post.is_stub = false
        group by post.safety, post.media_host, post.kind
        """;

    private const string Grouping = " group by 1, 2, 3, 4";

    // Cheap, because only posts with a failed download have a problem, and these are few.
    private static readonly string ProblemCountsSql = $"""
        select post.media_host, post.kind, post.safety, problem.code, count(*) from sovia.mt_doc_downloadproblem problem
        join sovia.mt_doc_post post on post.tenant_id = problem.tenant_id and post.id = problem.id
        where problem.tenant_id = $1 and post.is_stub = false and post.safety in ('Away', 'Missing') and not {UnlistedPosts.BuildIsTrashedSql("post.id")}
        """;

    private static string BuildCountsSql(string counts) => $"""
        select one.media_host, one.kind, one.safety, null::text, sum(one.count)::bigint from ({counts}) one
        group by one.safety, one.media_host, one.kind having sum(one.count) > 0
        """;

    // Posts in the trash are already subtracted.
    private static string BuildHiddenCountsSql(ResolvedQuery hidden, NpgsqlParameterCollection parameters) => $"""
        select post.media_host, post.kind, post.safety, -count(*) from ({hidden.BuildSql(parameters, "x.id")}) as hidden (id)
        join sovia.mt_doc_post post on post.tenant_id = $1 and post.id = hidden.id
        where post.is_stub = false and not {UnlistedPosts.BuildIsTrashedSql("post.id")}
        group by post.safety, post.media_host, post.kind
        """;

    private async Task<List<Row>> CountAsync(Func<NpgsqlParameterCollection, string> buildSql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand { Parameters = { new() { Value = session.TenantId } } };
        command.CommandText = buildSql(command.Parameters);
        await using var reader = await session.ExecuteReaderAsync(command, ct);
        var rows = new List<Row>();
        while (await reader.ReadAsync(ct))
            rows.Add(new(
                await reader.IsDBNullAsync(0, ct) ? "" : reader.GetString(0),
                !await reader.IsDBNullAsync(1, ct) && Enum.TryParse<MediaKind>(reader.GetString(1), out var kind) ? kind
                : MediaKind.Unknown,
                // Posts stored before the status existed have none until they are stored again, and count as missing.
                await reader.IsDBNullAsync(2, ct) ? FileStatus.Missing : Enum.Parse<FileStatus>(reader.GetString(2)),
                await reader.IsDBNullAsync(3, ct) ? null : reader.GetString(3),
                reader.GetInt64(4)));
        return rows;
    }

    private sealed record Row(string Host, MediaKind Kind, FileStatus Safety, string? Code, long Count);
}
