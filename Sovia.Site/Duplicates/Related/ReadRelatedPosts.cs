using Marten;
using Npgsql;
using Sovia.Duplicates.Decisions;
using Sovia.Library;
using Sovia.Library.Browsing;
using Sovia.Library.Writing;

namespace Sovia.Duplicates.Related;

/// <summary>Reads the clips that precede or continue a clip, and the variants of a post.</summary>
public sealed class ReadRelatedPosts(IQuerySession session, FindHideFilterMatches hidden)
{
    private const int MaxPosts = 12;

    private const string Sql = $"""
        with related as (
            select 1 as kind, l.content, l.distance from sovia.clip_link l where l.tenant_id = $1 and l.next = $2
            union all
            select 2, l.next, l.distance from sovia.clip_link l where l.tenant_id = $1 and l.content = $2
            union all
            select 3, p.content, 0 from (
                select p.other as content, p.batch from sovia.duplicate_pair p where p.tenant_id = $1 and p.one = $2
                union select p.one, p.batch from sovia.duplicate_pair p where p.tenant_id = $1 and p.other = $2) p
            join sovia.duplicate_decision d on d.tenant_id = $1 and d.batch = p.batch and d.verdict = $5
            where not exists ({DecisionStore.IsRevokedSql}))
        select r.kind, x.id from related r
        join sovia.mt_doc_filematch m on m.tenant_id = $1 and m.sha_256 = r.content and m.data ->> 'role' = 'Media'
        join sovia.post_index x on x.tenant_id = $1 and x.id = m.post_id
        where x.root_id <> $3 and x.id <> $4 group by r.kind, x.id order by r.kind, min(r.distance), min(x.age), x.id
        """;

    /// <summary>Returns the related posts; none if the post's file is not on this server.</summary>
    public async Task<RelatedPosts> ReadAsync(Post post, CancellationToken ct)
    {
        if (post.File is not { Sha256: var content }) return RelatedPosts.None;
        await using var command = new NpgsqlCommand(Sql)
        {
            Parameters =
            {
                new() { Value = session.TenantId }, new() { Value = content }, new() { Value = post.RootId }, new() { Value = post.Id },
                new() { Value = (short)DuplicateVerdict.Variants },
            },
        };
        List<(int Kind, Guid Id)> related = [];
        await using (var reader = await session.ExecuteReaderAsync(command, ct))
            while (await reader.ReadAsync(ct)) related.Add((reader.GetInt32(0), reader.GetGuid(1)));
        if (related.Count == 0) return RelatedPosts.None;
        var hiddenIds = await hidden.FindPostsAsync([.. related.Select(item => item.Id)], ct);
        related.RemoveAll(item => hiddenIds.Contains(item.Id));
        var posts = (await PostDocumentReader.ReadByIdsAsync(session, [.. related.Select(x => x.Id)], ct)).ToDictionary(x => x.Id);
        return new(GetPosts(1), GetPosts(2), GetPosts(3));

        IReadOnlyList<Post> GetPosts(int kind) =>
            [.. related.Where(item => item.Kind == kind).Select(item => posts.GetValueOrDefault(item.Id)).OfType<Post>().Take(MaxPosts)];
    }
}
