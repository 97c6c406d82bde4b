using Npgsql;
using NpgsqlTypes;

namespace Sovia.Index;

/// <summary>Builds SQL for posts that users have hidden or trashed.</summary>
public static class UnlistedPosts
{
    /// <summary>Returns a SQL condition for listed posts.</summary>
    /// <param name="post">SQL of a post's ID.</param>
    /// <param name="tenant">SQL of the tenant ID.</param>
    public static string BuildIsListedSql(string post, string tenant = "$1") =>
        $"not exists (select from sovia.post_aside z where z.tenant_id = {tenant} and z.id = {post})";

    /// <summary>Returns a SQL condition for trashed and expired posts, whose files are no longer needed.</summary>
    /// <param name="post">SQL of a post's ID.</param>
    /// <param name="tenant">SQL of the tenant ID.</param>
    public static string BuildIsTrashedSql(string post, string tenant = "$1") =>
        $"exists (select from sovia.post_aside z where z.tenant_id = {tenant} and z.id = {post} and z.shown >= 2)";

    /// <summary>Returns a command that finds the unlisted posts among the given posts, from their annotations.</summary>
    /// <param name="tenant">The library's tenant.</param>
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
