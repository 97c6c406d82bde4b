using Marten;
using Npgsql;
using Sovia.Index;

namespace Sovia.Media.Trash;

/// <summary>Finds the files of trashed posts on disk, and which of them other posts or libraries share.</summary>
public sealed class FindTrashFiles(IQuerySession session)
{
    // Another library may use the same file, because a location has the same ID in every library.
    private static string BuildSql(string where) => $"""
        select l.id, l.data->>'root', l.data->>'path', (l.data->>'length')::bigint, (l.data->>'modifiedTicks')::bigint,
            exists (select from sovia.mt_doc_filematch m where m.tenant_id = $1 and m.sha_256 = l.sha_256
                and not {UnlistedPosts.BuildIsTrashedSql("m.post_id")})
            or l.id in (select other.id from sovia.mt_doc_filelocation other
                where other.tenant_id <> $1 and other.data->'missingSince' is null)
        from sovia.mt_doc_filelocation l
        where l.tenant_id = $1 and l.data->'missingSince' is null and l.sha_256 in (
            select m.sha_256 from sovia.post_aside z join sovia.mt_doc_filematch m on m.tenant_id = $1 and m.post_id = z.id
            where z.tenant_id = $1 and z.shown >= 2) {where}
        order by l.data->>'root', l.data->>'path', l.id
        """;

    /// <summary>Returns all files, ordered by path, without those known to be missing.</summary>
    public Task<TrashFiles> AllAsync(CancellationToken ct) => ReadAsync(BuildSql(""), [], ct);

    /// <summary>Returns the files at the given locations.</summary>
    public Task<TrashFiles> FindAsync(Guid[] locations, CancellationToken ct) =>
        ReadAsync(BuildSql("and l.id = any($2)"), [new() { Value = locations }], ct);

    private async Task<TrashFiles> ReadAsync(string sql, IEnumerable<NpgsqlParameter> parameters, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql) { Parameters = { new() { Value = session.TenantId } } };
        foreach (var parameter in parameters) command.Parameters.Add(parameter);
        await using var reader = await session.ExecuteReaderAsync(command, ct);
        var files = new List<TrashFile>();
        while (await reader.ReadAsync(ct))
            files.Add(new(reader.GetGuid(0), reader.GetString(1), reader.GetString(2), reader.GetInt64(3), reader.GetInt64(4),
                reader.GetBoolean(5)));
        return new(files);
    }
}
