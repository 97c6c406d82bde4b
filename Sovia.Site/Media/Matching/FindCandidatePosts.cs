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
    public static async Task<PostLookupResult> ForAsync(IQuerySession session, PostLookupRequest request, CancellationToken ct)
    {
        var postsById = new Dictionary<Guid, Post>();
        void AddPosts(IEnumerable<Post> posts)
        {
            foreach (var post in posts) postsById.TryAdd(post.Id, post);
        }

        if (request.Ids.Count > 0) AddPosts(await session.LoadManyAsync<Post>(ct, request.Ids.Keys));
        if (request.Prefixes.Count > 0)
            AddPosts(await ReadAsync(session, PrefixSql, ct,
                new("lows", request.Prefixes.Select(prefix => Guid.Parse(prefix + new string('0', 24))).ToArray()),
                new("highs", request.Prefixes.Select(prefix => Guid.Parse(prefix + new string('f', 24))).ToArray())));
        if (request.Seconds.Count > 0)
            AddPosts(await ReadAsync(session, SecondSql, ct,
                new NpgsqlParameter("seconds", request.Seconds.Select(second => second.UtcDateTime).ToArray())));
        if (request.AudioUrls.Count > 0)
            AddPosts(await ReadAsync(session, AudioSql, ct, new NpgsqlParameter("urls", request.AudioUrls.ToArray())));

        var rootIds = postsById.Values.Where(post => NeedsFamily(post, request)).Select(post => post.RootId).Distinct().ToArray();
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
