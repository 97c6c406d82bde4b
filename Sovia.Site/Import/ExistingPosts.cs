using Marten;
using Npgsql;
using NpgsqlTypes;
using Sovia.Library;
using Sovia.Library.Writing;

namespace Sovia.Import;

/// <summary>
/// The columns of some posts in the library, without their documents: enough to detect that a source record is already recorded.
/// </summary>
internal sealed class ExistingPosts
{
    private readonly Dictionary<Guid, (Guid Root, MediaKind Kind, long[] Fingerprints)> posts = [];

    private readonly HashSet<Guid> roots = [];

    private ExistingPosts()
    {
    }

    /// <summary>The result for a library without any of the posts.</summary>
    public static ExistingPosts Empty { get; } = new();

    /// <summary>Reads the columns of the posts with these ids.</summary>
    public static async Task<ExistingPosts> ReadAsync(IQuerySession session, Guid[] ids, CancellationToken ct)
    {
        var result = new ExistingPosts();
        await using var command = new NpgsqlCommand(PostDocumentReader.BuildSql("d.id, d.root_id, d.kind, d.marks", "id"))
        {
            Parameters = { new() { Value = session.TenantId },
                new() { Value = ids, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid } },
        };
        await using var reader = await session.ExecuteReaderAsync(command, ct);
        while (await reader.ReadAsync(ct))
        {
            var rootId = reader.GetGuid(1);
            result.posts[reader.GetGuid(0)] = (rootId, reader.IsDBNull(2) ? MediaKind.Unknown : Enum.Parse<MediaKind>(reader.GetString(2)),
                reader.IsDBNull(3) ? [] : reader.GetFieldValue<long[]>(3));
            result.roots.Add(rootId);
        }
        return result;
    }

    /// <summary>True if the library has the post, even if only as a stub.</summary>
    public bool Contains(Guid id) => posts.ContainsKey(id);

    /// <summary>True if one of the posts is in this family.</summary>
    public bool ContainsFamily(Guid root) => roots.Contains(root);

    /// <summary>True if the library has the same source record, seen at the same time or later.</summary>
    public bool IsAlreadyRecorded(IncomingPost incomingPost)
    {
        if (!posts.TryGetValue(incomingPost.Post.Id, out var post)) return false;
        for (var i = 0; i < post.Fingerprints.Length; i += 2)
            if (post.Fingerprints[i] == incomingPost.Fingerprint)
                return post.Fingerprints[i + 1] >= incomingPost.SourceRecord.GetSeenAtMicroseconds();
        return false;
    }

    /// <summary>Returns the media kind of an existing post.</summary>
    public MediaKind GetKind(Guid id) => posts[id].Kind;

    /// <summary>Returns the root of an existing post's family.</summary>
    public Guid GetRootId(Guid id) => posts[id].Root;
}
