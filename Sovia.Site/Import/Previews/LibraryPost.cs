using Marten;
using Npgsql;
using NpgsqlTypes;
using Sovia.Library.Writing;

namespace Sovia.Import.Previews;

/// <summary>The columns of a post in the library that a preview needs.</summary>
/// <param name="RootId">The root of the post's family.</param>
/// <param name="IsStub">True if no source has provided the post yet.</param>
/// <param name="IsSaved">True if its media file is saved.</param>
internal sealed record LibraryPost(Guid RootId, bool IsStub, bool IsSaved)
{
    private static readonly string Sql = PostDocumentReader.BuildSql("d.id, d.root_id, d.is_stub, d.safety = 'Safe'", "id");

    /// <summary>Returns the posts with these ids that the library has. Reads columns and no documents.</summary>
    public static async Task<Dictionary<Guid, LibraryPost>> ReadAsync(IQuerySession session, Guid[] ids, CancellationToken ct)
    {
        var posts = new Dictionary<Guid, LibraryPost>();
        if (ids.Length == 0) return posts;
        await using var command = new NpgsqlCommand(Sql)
        {
            Parameters = { new() { Value = session.TenantId },
                new() { Value = ids, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid } },
        };
        await using var reader = await session.ExecuteReaderAsync(command, ct);
        while (await reader.ReadAsync(ct))
            posts[reader.GetGuid(0)] = new(reader.GetGuid(1), await ReadFlagAsync(2), await ReadFlagAsync(3));
        return posts;

        // The column is null for posts that were stored before it existed.
        async Task<bool> ReadFlagAsync(int column) => !await reader.IsDBNullAsync(column, ct) && reader.GetBoolean(column);
    }
}
