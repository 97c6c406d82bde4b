using System.Text.Json;
using Marten;
using Npgsql;
using NpgsqlTypes;
using Sovia.Query.Lists;

namespace Sovia.Library.Writing;

/// <summary>Reads many posts at once, in the session's transaction if it has one.</summary>
public static class PostDocumentReader
{
    /// <summary>Returns the posts of these IDs that the library has.</summary>
    public static Task<IReadOnlyList<Post>> ReadByIdsAsync(IQuerySession session, Guid[] ids, CancellationToken ct) =>
        ReadAsync(session, "d.data", "id", ids, ct);

    /// <summary>Returns all members of families.</summary>
    public static Task<IReadOnlyList<Post>> ReadByFamiliesAsync(IQuerySession session, Guid[] roots, CancellationToken ct) =>
        ReadAsync(session, "d.data", "root_id", roots, ct);

    /// <summary>Returns all members of families without raw source data, for pages that show it for at most one post.</summary>
    public static Task<IReadOnlyList<Post>> ReadWithoutSourcesAsync(IQuerySession session, Guid[] roots, CancellationToken ct) =>
        ReadAsync(session, ResolvedQuery.PostDataSql, "root_id", roots, ct);

    /// <summary>
    /// Returns SQL that selects columns of posts by <c>$2</c>, one index lookup at a time. In a library that has just begun to grow, a
    /// single lookup for all values would scan the whole table each time, whatever the planner settings.
    /// </summary>
    internal static string BuildSql(string columns, string by) => $"""
        select d.* from (select distinct unnest($2) as id) wanted, lateral (select {columns} from sovia.mt_doc_post d where d.tenant_id = $1 and d.{by} = wanted.id offset 0) d
        """;

    private static async Task<IReadOnlyList<Post>> ReadAsync(IQuerySession session, string dataSql, string column, Guid[] ids,
        CancellationToken ct)
    {
        var posts = new List<Post>();
        if (ids.Length == 0) return posts;
        await using var command = new NpgsqlCommand(BuildSql(dataSql, column))
        {
            Parameters = { new() { Value = session.TenantId },
                new() { Value = ids, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid } },
        };
        await using var reader = await session.ExecuteReaderAsync(command, ct);
        while (await reader.ReadAsync(ct))
            posts.Add(JsonSerializer.Deserialize(reader.GetFieldValue<byte[]>(0), LibraryJson.Default.Post)!);
        return posts;
    }
}
