using Marten;
using Npgsql;
using NpgsqlTypes;
using Sovia.Library;
using Sovia.Library.Writing;

namespace Sovia.Import;

/// <summary>
/// What the library knows of some posts, as far as an import must know to see that it has nothing new: their columns and not their
/// documents.
/// </summary>
internal sealed class ExistingPosts
{
    private readonly Dictionary<Guid, (Guid Root, MediaKind Kind, long[] Marks)> posts = [];

    private readonly HashSet<Guid> roots = [];

    private ExistingPosts()
    {
    }

    /// <summary>Of a library that has none of them.</summary>
    public static ExistingPosts Empty { get; } = new();

    /// <summary>Reads the columns.</summary>
    public static async Task<ExistingPosts> ReadAsync(IQuerySession session, Guid[] ids, CancellationToken ct)
    {
        var known = new ExistingPosts();
        await using var command = new NpgsqlCommand(PostDocumentReader.BuildSql("d.id, d.root_id, d.kind, d.marks", "id"))
        {
            Parameters = { new() { Value = session.TenantId },
                new() { Value = ids, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid } },
        };
        await using var reader = await session.ExecuteReaderAsync(command, ct);
        while (await reader.ReadAsync(ct))
        {
            var root = reader.GetGuid(1);
            known.posts[reader.GetGuid(0)] = (root, reader.IsDBNull(2) ? MediaKind.Unknown : Enum.Parse<MediaKind>(reader.GetString(2)),
                reader.IsDBNull(3) ? [] : reader.GetFieldValue<long[]>(3));
            known.roots.Add(root);
        }
        return known;
    }

    /// <summary>Whether the library has it, if only as a stub.</summary>
    public bool Contains(Guid id) => posts.ContainsKey(id);

    /// <summary>Whether one of them is in this family.</summary>
    public bool ContainsFamily(Guid root) => roots.Contains(root);

    /// <summary>True where a statement as new as this says this already.</summary>
    public bool IsAlreadyRecorded(IncomingPost incomingPost)
    {
        if (!posts.TryGetValue(incomingPost.Post.Id, out var post)) return false;
        for (var i = 0; i < post.Marks.Length; i += 2)
            if (post.Marks[i] == incomingPost.Fingerprint) return post.Marks[i + 1] >= incomingPost.SourceRecord.GetSeenAtMicroseconds();
        return false;
    }

    /// <summary>What a known post is.</summary>
    public MediaKind GetKind(Guid id) => posts[id].Kind;

    /// <summary>The family of a known post.</summary>
    public Guid GetRootId(Guid id) => posts[id].Root;
}
