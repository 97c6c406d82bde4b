using Marten;
using Npgsql;
using Sovia.Library;

namespace Sovia.Media.Matching;

/// <summary>Reads all posts requested for a batch of files.</summary>
internal static class FindCandidatePosts
{
    // A prefix is a range of the primary key, so each needs one index scan.
    private const string PrefixSql = """
        select d.data from unnest(:lows, :highs) as wanted(low, high)
        join sovia.mt_doc_post d on d.tenant_id = :tenant and d.id between wanted.low and wanted.high
        """;

    private const string SecondSql = """
        select d.data from unnest(:seconds) as wanted(second)
        join sovia.mt_doc_post d on d.tenant_id = :tenant and d.created_at >= wanted.second and d.created_at < wanted.second + interval '1 second'
        """;

    // Rare, because only audio tracks without another clue need this query, so it has no index.
    private const string AudioSql = "select d.data from sovia.mt_doc_post d where d.tenant_id = :tenant and d.data -> 'audioUrls' ?| :urls";

    /// <summary>Returns the requested posts, and the families of those whose media type differs from the file's.</summary>
    public static async Task<PostLookupResult> ForAsync(IQuerySession session, PostLookupRequest questions, CancellationToken ct)
    {
        var postsById = new Dictionary<Guid, Post>();
        void AddPosts(IEnumerable<Post> posts)
        {
            foreach (var post in posts) postsById.TryAdd(post.Id, post);
        }

        if (questions.Ids.Count > 0) AddPosts(await session.LoadManyAsync<Post>(ct, questions.Ids.Keys));
        if (questions.Prefixes.Count > 0)
            AddPosts(await ReadAsync(session, PrefixSql, ct,
                new("lows", questions.Prefixes.Select(prefix => Guid.Parse(prefix + new string('0', 24))).ToArray()),
                new("highs", questions.Prefixes.Select(prefix => Guid.Parse(prefix + new string('f', 24))).ToArray())));
        if (questions.Seconds.Count > 0)
            AddPosts(await ReadAsync(session, SecondSql, ct,
                new NpgsqlParameter("seconds", questions.Seconds.Select(second => second.UtcDateTime).ToArray())));
        if (questions.AudioUrls.Count > 0)
            AddPosts(await ReadAsync(session, AudioSql, ct, new NpgsqlParameter("urls", questions.AudioUrls.ToArray())));

        var rootIds = postsById.Values.Where(post => NeedsFamily(post, questions)).Select(post => post.RootId).Distinct().ToArray();
        if (rootIds.Length > 0) AddPosts(await session.Query<Post>().Where(post => post.RootId.IsOneOf(rootIds)).ToListAsync(ct));
        return new(postsById.Values);
    }

    private static bool NeedsFamily(Post post, PostLookupRequest request) => request.Parents.Contains(post.Id)
        || (request.Ids.TryGetValue(post.Id, out var kinds) ? kinds.Any(kind => kind != post.Kind)
            : request.Prefixes.Contains(post.Id.ToString("N")[..8]));

    private static async Task<IReadOnlyList<Post>> ReadAsync(IQuerySession session, string sql, CancellationToken ct,
        params NpgsqlParameter[] parameters)
    {
        await using var command = new NpgsqlCommand(sql);
        command.Parameters.AddWithValue("tenant", session.TenantId);
        command.Parameters.AddRange(parameters);
        var posts = new List<Post>();
        await using var reader = await session.ExecuteReaderAsync(command, ct);
        while (await reader.ReadAsync(ct)) posts.Add(await session.DocumentStore.Options.Serializer().FromJsonAsync<Post>(reader, 0, ct));
        return posts;
    }
}
