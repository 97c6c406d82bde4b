using Marten;
using Npgsql;
using Sovia.Duplicates.Hashes;

namespace Sovia.Duplicates.Groups;

/// <summary>Reads the listed posts whose files have a fingerprint.</summary>
public static class ReadHashedPosts
{
    private const string Sql = """
        select m.post_id, x.root_id, h.content, x.age, h.first, h.middle, h.last, h.seconds::float8, h.is_clip
        from sovia.picture_hash h
        join sovia.mt_doc_filematch m on m.tenant_id = $1 and m.sha_256 = h.content and m.data ->> 'role' = 'Media'
        join sovia.post_index x on x.tenant_id = $1 and x.id = m.post_id
        where h.tenant_id = $1 and h.state = 0 and h.version = $2 and coalesce(h.first, h.middle, h.last) is not null
        """;

    /// <summary>Returns all of these posts.</summary>
    public static async Task<IReadOnlyList<HashedPost>> ReadAllAsync(IQuerySession session, CancellationToken ct)
    {
        await using var command =
            new NpgsqlCommand(Sql) { Parameters = { new() { Value = session.TenantId }, new() { Value = PerceptualHash.Version } } };
        List<HashedPost> posts = [];
        // Posts with the same content share one string.
        Dictionary<string, string> contents = new(StringComparer.Ordinal);
        await using var reader = await session.ExecuteReaderAsync(command, ct);
        while (await reader.ReadAsync(ct))
        {
            var content = reader.GetString(2);
            if (!contents.TryAdd(content, content)) content = contents[content];
            var hashes = new Fingerprint(Hash(4), Hash(5), Hash(6), reader.IsDBNull(7) ? null : reader.GetDouble(7), reader.GetBoolean(8));
            posts.Add(new(reader.GetGuid(0), reader.GetGuid(1), content, reader.GetInt64(3), hashes));
        }
        return posts;

        ulong? Hash(int column) => reader.IsDBNull(column) ? null : (ulong)reader.GetInt64(column);
    }
}
