using Npgsql;
using Sovia.Index;
using Sovia.Library;

namespace Sovia.Curation;

/// <summary>Reads whether a post and its family are liked.</summary>
public sealed class ReadLikeState(NpgsqlDataSource source, CurrentTenant tenant)
{
    private const string Sql = """
        select coalesce(a.by_likes, x.by_likes), coalesce(fa.by_likes, f.by_likes)
        from sovia.every_post x
        left join sovia.post_annotation a on a.tenant_id = $1 and a.id = x.id
        left join sovia.family_index f on f.tenant_id = $1 and f.id = x.root_id
        left join sovia.family_annotation fa on fa.tenant_id = $1 and fa.id = x.root_id
        where x.tenant_id = $1 and x.id = $2
        """;

    /// <summary>Returns the current like state; null if the post is not in the library.</summary>
    public async Task<LikeState?> ReadAsync(Guid id, CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        await using var command = new NpgsqlCommand(Sql, connection);
        command.Parameters.Add(new() { Value = tenant.Id });
        command.Parameters.Add(new() { Value = id });
        await command.PrepareAsync(ct);
        await using var reader = await command.ExecuteReaderAsync(ct);
        if (!await reader.ReadAsync(ct)) return null;
        return new(id, SortKeyEncoding.ToLiked(reader.GetInt16(0)), reader.IsDBNull(1) ? null
            : SortKeyEncoding.ToLiked(reader.GetInt16(1)));
    }
}
