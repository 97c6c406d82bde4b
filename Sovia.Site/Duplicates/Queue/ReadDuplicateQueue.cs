using System.Text.Json;
using Marten;
using Npgsql;
using NpgsqlTypes;
using Sovia.Curation;
using Sovia.Duplicates.Groups;
using Sovia.Index;
using Sovia.Library;
using Sovia.Library.Browsing;
using Sovia.Library.Writing;

namespace Sovia.Duplicates.Queue;

/// <summary>Reads the groups without a decision, with keyset paging.</summary>
public sealed class ReadDuplicateQueue(IQuerySession session, FindHideFilterMatches hidden)
{
    /// <summary>The number of groups on a page.</summary>
    public const int PageSize = 10;

    private const string Columns = "select id, distance, age, posts, contents, distances from sovia.duplicate_group where tenant_id = $1";

    private static readonly string ShownSql = $"select one.id from unnest($2) as one (id) where {UnlistedPosts.BuildIsListedSql("one.id")}";

    /// <summary>Returns a page of the queue, without groups that have fewer than two listed members by now.</summary>
    /// <param name="after">The cursor; null for the first page.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<QueuePage> ReadPageAsync(QueueCursor? after, CancellationToken ct)
    {
        var start = after ?? new(-1, long.MinValue, Guid.Empty);
        var groups = await ReadAsync(new($"{Columns} and (distance, age, id) > ($2, $3, $4) order by distance, age, id limit $5")
        {
            Parameters = { Tenant(), new() { Value = (short)start.Distance }, new() { Value = start.TimeKey }, new() { Value = start.Id },
                new() { Value = PageSize + 1 } },
        }, ct);
        var pageGroups = groups.Take(PageSize).ToList();
        return new([.. (await LoadPostsAsync(pageGroups, ct)).Where(group => group.Posts.Count > 1)], groups.Count > PageSize
            ? new(pageGroups[^1].Distance, pageGroups[^1].TimeKey, pageGroups[^1].Id) : null);
    }

    /// <summary>Returns a queued group without its unlisted members; null if the group is not in the queue.</summary>
    public async Task<DuplicateGroup?> FindGroupAsync(Guid id, CancellationToken ct)
    {
        if (await ReadAsync(new($"{Columns} and id = $2") { Parameters = { Tenant(), new() { Value = id } } }, ct) is not [var group])
            return null;
        var listedIds = await FindListedAsync(group.Members.Select(member => member.Post), ct);
        return group.Members.Count(member => listedIds.Contains(member.Post)) < 2 ? null
            : group with { Members = [.. group.Members.Where(member => listedIds.Contains(member.Post))] };
    }

    /// <summary>Returns single posts in the requested order, without unlisted ones.</summary>
    /// <param name="posts">The posts, each with its distance from the searched one.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<IReadOnlyList<QueuedPost>> ReadPostsAsync(IReadOnlyList<(Guid Post, int Distance)> posts, CancellationToken ct)
    {
        var group = new DuplicateGroup(Guid.Empty, 0,
            [.. posts.DistinctBy(entry => entry.Post).Select(entry => new GroupMember(entry.Post, "", entry.Distance))]);
        return [.. (await LoadPostsAsync([group], ct)).SelectMany(queuedGroup => queuedGroup.Posts)];
    }

    /// <summary>Returns the counts of the last derivation; null if there was none.</summary>
    public async Task<DuplicateScanSummary?> ReadScanSummaryAsync(CancellationToken ct)
    {
        await using var reader = await session.ExecuteReaderAsync(
            new("select looked_at from sovia.duplicate_state where tenant_id = $1") { Parameters = { Tenant() } }, ct);
        return await reader.ReadAsync(ct) && !reader.IsDBNull(0) ? JsonSerializer.Deserialize<DuplicateScanSummary>(reader.GetString(0))
            : null;
    }

    private async Task<IReadOnlyList<QueuedGroup>> LoadPostsAsync(IReadOnlyList<DuplicateGroup> groups, CancellationToken ct)
    {
        Guid[] ids = [.. groups.SelectMany(group => group.Members).Select(member => member.Post).Distinct()];
        if (ids.Length == 0) return [];
        var listedIds = await FindListedAsync(ids, ct);
        var posts = (await PostDocumentReader.ReadByIdsAsync(session, ids, ct)).Where(post => listedIds.Contains(post.Id))
            .ToDictionary(post => post.Id);
        var annotations = await new ReadAnnotations(session).ReadAsync(ids, ct);
        return
        [
            .. groups.Select(group => new QueuedGroup(group.Id,
                [.. group.Members.Where(member => posts.ContainsKey(member.Post)).Select(member => Create(posts[member.Post], member))])),
        ];

        QueuedPost Create(Post post, GroupMember member) =>
            new(post, member.Content, member.Distance, LikeRule.IsLiked(post, annotations.GetValueOrDefault(post.Id)),
                annotations.GetValueOrDefault(post.Id)?.Rating ?? 0);
    }

    private async Task<HashSet<Guid>> FindListedAsync(IEnumerable<Guid> ids, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(ShownSql)
        { Parameters = { Tenant(), new() { Value = ids.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid } } };
        HashSet<Guid> listedIds = [];
        await using var reader = await session.ExecuteReaderAsync(command, ct);
        while (await reader.ReadAsync(ct)) listedIds.Add(reader.GetGuid(0));
        listedIds.ExceptWith(await hidden.FindPostsAsync(listedIds, ct));
        return listedIds;
    }

    private async Task<IReadOnlyList<DuplicateGroup>> ReadAsync(NpgsqlCommand command, CancellationToken ct)
    {
        await using var _ = command;
        List<DuplicateGroup> groups = [];
        await using var reader = await session.ExecuteReaderAsync(command, ct);
        while (await reader.ReadAsync(ct))
        {
            var (posts, contents, distances) = (reader.GetFieldValue<Guid[]>(3), reader.GetFieldValue<string[]>(4),
                reader.GetFieldValue<short[]>(5));
            groups.Add(new(reader.GetGuid(0), reader.GetInt64(2),
                [.. posts.Select((post, i) => new GroupMember(post, contents[i], distances[i]))]));
        }
        return groups;
    }

    private NpgsqlParameter Tenant() => new() { Value = session.TenantId };
}
