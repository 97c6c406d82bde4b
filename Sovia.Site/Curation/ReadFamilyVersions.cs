using Npgsql;
using NpgsqlTypes;
using Sovia.Library;

namespace Sovia.Curation;

/// <summary>Reads the versions of families, so that output cached for the same version can be reused.</summary>
public sealed class ReadFamilyVersions(NpgsqlDataSource source, CurrentTenant tenant)
{
    // Looks each row up by itself, because any other plan is slower for the families of one page.
    private const string Sql = """
        select f.id, f.mt_version, a.versions from unnest($2) w (id)
        cross join lateral (select f.id, f.mt_version from sovia.mt_doc_family f where f.tenant_id = $1 and f.id = w.id offset 0) f
        cross join lateral (
            select md5(string_agg(d.mt_version::text, ',' order by a.id))::uuid as versions from sovia.post_annotation a
            join sovia.mt_doc_annotation d on d.tenant_id = $1 and d.id = a.id where a.tenant_id = $1 and a.root_id = w.id) a
        """;

    /// <summary>Returns the versions by family ID, without families that do not exist.</summary>
    public async Task<IReadOnlyDictionary<Guid, FamilyVersion>> ReadAsync(IReadOnlyCollection<Guid> families, CancellationToken ct)
    {
        var versions = new Dictionary<Guid, FamilyVersion>(families.Count);
        if (families.Count == 0) return versions;
        await using var connection = await source.OpenConnectionAsync(ct);
        await using var command = new NpgsqlCommand(Sql, connection)
        {
            Parameters = { new() { Value = tenant.Id },
                new() { Value = families.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid } },
        };
        // Prepared, because planning takes longer than executing.
        await command.PrepareAsync(ct);
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
            versions[reader.GetGuid(0)] = new(reader.GetGuid(1), reader.IsDBNull(2) ? null : reader.GetGuid(2));
        return versions;
    }
}
