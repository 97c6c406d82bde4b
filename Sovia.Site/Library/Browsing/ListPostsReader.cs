using System.Text.Json;
using Marten;
using Npgsql;
using Sovia.Index;
using Sovia.Query.Lists;

namespace Sovia.Library.Browsing;

/// <summary>Reads all posts of a list in the order of their IDs; for a list of families, all their members.</summary>
public sealed class ListPostsReader(NpgsqlDataSource source, ISessionFactory sessions)
{
    /// <summary>Returns the posts beyond an ID; fewer than requested only at the end.</summary>
    public async Task<IReadOnlyList<Post>> ReadAfterAsync(ResolvedQuery list, Guid after, int count, CancellationToken ct)
    {
        string tenant;
        await using (var session = sessions.QuerySession()) tenant = session.TenantId;
        await using var command = source.CreateCommand();
        command.Parameters.Add(new() { Value = tenant });
        command.Parameters.Add(new() { Value = after });
        command.Parameters.Add(new() { Value = count });
        var idsSql = list.BuildSql(command.Parameters, "x.id");
        command.CommandText = $"""
            select d.data from sovia.mt_doc_post d
            where d.tenant_id = $1 and d.id > $2 and {(list.ListsPosts ? "d.id" : "d.root_id")} in ({idsSql}) {(list.IncludesUnlisted ? "" : $"and {UnlistedPosts.BuildIsListedSql("d.id")}")}
            order by d.id limit $3
            """;
        await using var reader = await command.ExecuteReaderAsync(ct);
        var posts = new List<Post>(count);
        while (await reader.ReadAsync(ct))
            posts.Add(JsonSerializer.Deserialize(reader.GetFieldValue<byte[]>(0), LibraryJson.Default.Post)!);
        return posts;
    }
}
