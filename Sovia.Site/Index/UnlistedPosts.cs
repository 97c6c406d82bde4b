using Npgsql;
using NpgsqlTypes;

namespace Sovia.Index;

/// <summary>What users have hidden or moved to the trash.</summary>
public static class UnlistedPosts
{
    /// <summary>SQL that holds for the posts that lists show.</summary>
    /// <param name="post">SQL of a post's id.</param>
    /// <param name="tenant">SQL of its library.</param>
    public static string BuildIsListedSql(string post, string tenant = "$1") =>
        $"not exists (select from sovia.post_aside z where z.tenant_id = {tenant} and z.id = {post})";

    /// <summary>
    /// SQL that holds for the posts in the trash and those that have left it when their time was up, whose files nobody wants.
    /// </summary>
    /// <param name="post">SQL of a post's id.</param>
    /// <param name="tenant">SQL of its library.</param>
    public static string BuildIsTrashedSql(string post, string tenant = "$1") =>
        $"exists (select from sovia.post_aside z where z.tenant_id = {tenant} and z.id = {post} and z.shown >= 2)";

    /// <summary>The query for which of some posts are aside, by what their annotations say.</summary>
    /// <param name="tenant">Whose library.</param>
    /// <param name="posts">The posts.</param>
    public static NpgsqlCommand CreateReadCommand(string tenant, IEnumerable<Guid> posts) => new("""
        select d.id, (case when d.data->'trashedAt' is null then 1
            when (d.data->>'expiredAt')::timestamptz >= (d.data->>'trashedAt')::timestamptz then 3 else 2 end)::smallint from sovia.mt_doc_annotation d
        where d.tenant_id = $1 and d.id = any($2) and (d.data->'trashedAt' is not null or d.data->'hidden' is not null)
        """)
    {
        Parameters = { new() { Value = tenant }, new() { Value = posts.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid } },
    };
}
