using Marten;
using Sovia.Downloads.Runs;
using Sovia.Index;
using Sovia.Library;
using Sovia.Library.Browsing;

namespace Sovia.Downloads.Overview;

/// <summary>
/// Lists missing posts, without the trash, by keyset paging: the thousandth page costs as much as the first.
/// </summary>
public sealed class ReadMissingPosts(IQuerySession session, FindHideFilterMatches hidden)
{
    /// <summary>Returns one page.</summary>
    /// <param name="query">Filters of the posts.</param>
    /// <param name="after">The cursor of the previous page's end; null for the first page.</param>
    /// <param name="count">The maximum number of posts.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<MissingPostsPage> ReadPageAsync(MissingPostsQuery query, MissingPostsCursor? after, int count, CancellationToken ct)
    {
        var parameters = new List<object> { session.TenantId };
        var posts = await session.QueryAsync<Post>(
            $"where {BuildWhere(query, after, parameters)} order by d.safety, d.media_host, d.kind, d.id limit {count + 1}", ct,
            [.. parameters]);
        var pagePosts = posts.Take(count).ToList();
        var nextCursor = posts.Count > count ? MissingPostsCursor.FromPost(pagePosts[^1]) : null;
        var hiddenIds = await hidden.FindPostsAsync([.. pagePosts.Select(post => post.Id)], ct);
        pagePosts.RemoveAll(post => hiddenIds.Contains(post.Id));
        var problems = (await session.LoadManyAsync<DownloadProblem>(ct, [.. pagePosts.Select(post => post.Id)]))
            .ToDictionary(problem => problem.Id);
        var prompts = (await session.LoadManyAsync<Family>(ct, [.. pagePosts.Select(post => post.RootId).Distinct()]))
            .ToDictionary(family => family.Id, family => family.Prompt);
        return new([.. pagePosts.Select(post =>
            new MissingPost(post, prompts.GetValueOrDefault(post.RootId), problems.GetValueOrDefault(post.Id)))], nextCursor);
    }

    private static string BuildWhere(MissingPostsQuery query, MissingPostsCursor? after, List<object> parameters)
    {
        // One range of the index, because every other status sorts before Safe.
        var sql =
            $"d.tenant_id = ? and d.is_stub = false and d.safety < 'Safe' and not {UnlistedPosts.BuildIsTrashedSql("d.id", "d.tenant_id")}";
        void Add(string condition, params object[] values)
        {
            sql += $" and {condition}";
            parameters.AddRange(values);
        }
        if (after is not null)
            Add("(d.safety, d.media_host, d.kind, d.id) > (?, ?, ?, ?)", $"{after.Safety}", after.Host, $"{after.Kind}", after.Id);
        if (query.Host is { } host) Add("d.media_host = ?", host);
        if (query.Kind is { } kind) Add("d.kind = ?", $"{kind}");
        if (query.Reason is not { } reason) return sql;
        const string Problem =
            "exists (select from sovia.mt_doc_downloadproblem problem where problem.tenant_id = d.tenant_id and problem.id = d.id";
        string[] publicHosts = [.. MediaHosts.Public.Except([MediaHosts.Legacy])];
        (string Condition, object[] Values) clause = reason switch
        {
            MissingReason.DriveMissing => ("d.safety = 'Away'", []),
            MissingReason.Damaged => ("d.safety = 'Damaged'", []),
            MissingReason.NoAddress => ("d.safety = 'Missing' and d.media_host = ''", []),
            MissingReason.LegacyHost => ("d.safety = 'Missing' and d.media_host = ?", [MediaHosts.Legacy]),
            MissingReason.NeverTried => ("d.safety = 'Missing' and d.media_host = any(?)", [publicHosts]),
            MissingReason.CookieBound => ("d.safety = 'Missing' and d.media_host = any(?)", [MediaHosts.Cookie.ToArray()]),
            MissingReason.UnknownHost => ("d.safety = 'Missing' and d.media_host <> '' and d.media_host <> all(?)",
                [MediaHosts.Public.Concat(MediaHosts.Cookie).ToArray()]),
            _ => ($"{Problem} and problem.code = ?) and d.safety <> 'Damaged'", [reason]),
        };
        Add(clause.Condition, clause.Values);

        // A damaged file keeps that reason even if a download has failed.
        if (!clause.Condition.StartsWith(Problem, StringComparison.Ordinal) && reason != MissingReason.Damaged) Add($"not {Problem})");
        return sql;
    }
}
