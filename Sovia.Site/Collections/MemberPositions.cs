using Marten;
using Npgsql;

namespace Sovia.Collections;

/// <summary>
/// The positions of a collection's members, in the session's transaction. Positions are fractions: a gap can be halved some fifty times
/// before all positions must be renumbered. Members without a position follow the others, by date.
/// </summary>
internal sealed class MemberPositions(IDocumentSession session, Guid collection)
{
    private const double Step = 1024;

    private const string FillSql = """
        insert into sovia.collection_place (tenant_id, collection, id, place)
        select $1, $2, a.id, coalesce((select max(p.place) from sovia.collection_place p where p.tenant_id = $1 and p.collection = $2), 0) + 1024.0 * row_number() over (order by a.age, a.id)
        from sovia.post_annotation a where a.tenant_id = $1 and a.collections <> '{}' and a.collections @> array[$2]
            and not exists (select from sovia.collection_place p where p.tenant_id = $1 and p.collection = $2 and p.id = a.id)
        """;

    private const string RenumberSql = """
        update sovia.collection_place p set place = 1024.0 * n.number
        from (select id, row_number() over (order by place, id) as number from sovia.collection_place where tenant_id = $1 and collection = $2) n
        where p.tenant_id = $1 and p.collection = $2 and p.id = n.id
        """;

    private const string SetOrderSql = """
        insert into sovia.collection_place (tenant_id, collection, id, place)
        select $1, $2, one.id, 1024.0 * one.number from unnest($3) with ordinality as one (id, number)
        on conflict (tenant_id, collection, id) do update set place = excluded.place
        """;

    private const string SetPlaceSql = """
        insert into sovia.collection_place (tenant_id, collection, id, place) values ($1, $2, $3, $4)
        on conflict (tenant_id, collection, id) do update set place = excluded.place
        """;

    private const string PassedSql = """
        select 1 from sovia.collection_place p join sovia.post_annotation a on a.tenant_id = $1 and a.id = p.id and a.collections @> array[$2]
        join sovia.post_index x on x.tenant_id = $1 and x.id = p.id
        where p.tenant_id = $1 and p.collection = $2 and p.id <> $3 and p.place between $4 and $5 limit 1
        """;

    /// <summary>Returns whether a post is a member of the collection.</summary>
    public async Task<bool> ContainsAsync(Guid post, CancellationToken ct) =>
        await QueryAsync("select 1 from sovia.post_annotation where tenant_id = $1 and id = $3 and collections @> array[$2]", ct, post)
        is not null;

    /// <summary>Returns the position of a member; null if it has none.</summary>
    public async Task<double?> FindPositionAsync(Guid post, CancellationToken ct) =>
        await QueryAsync("select place from sovia.collection_place where tenant_id = $1 and collection = $2 and id = $3", ct,
            post) as double?;

    /// <summary>Assigns positions to members that have none, after all existing positions.</summary>
    public Task AssignMissingPositionsAsync(CancellationToken ct) => QueryAsync(FillSql, ct);

    /// <summary>Renumbers all positions in the same order.</summary>
    public Task RenumberAsync(CancellationToken ct) => QueryAsync(RenumberSql, ct);

    /// <summary>Sets the positions of some members to this order.</summary>
    public Task SetOrderAsync(Guid[] posts, CancellationToken ct) => QueryAsync(SetOrderSql, ct, posts);

    /// <summary>Moves a member to a position.</summary>
    /// <returns>False if the move has no visible effect, because no listed member is between its position and the new one.</returns>
    public async Task<bool> MoveAsync(Guid post, double place, CancellationToken ct)
    {
        if (await FindPositionAsync(post, ct) is { } old
            && await QueryAsync(PassedSql, ct, post, Math.Min(old, place), Math.Max(old, place))
            is null) return false;
        await QueryAsync(SetPlaceSql, ct, post, place);
        return true;
    }

    /// <summary>Returns a position before all others, or after them.</summary>
    public async Task<double> FindEndPositionAsync(bool isEnd, CancellationToken ct) =>
        (await QueryAsync($"select {(isEnd ? "max" : "min")}(place) from sovia.collection_place where tenant_id = $1 and collection = $2",
            ct) as double? ?? 0) + (isEnd ? Step : -Step);

    /// <summary>
    /// Returns up to two positions after or before one, nearest first. Considers only listed members, so that a move is visible, and skips
    /// the moving one.
    /// </summary>
    public async Task<double[]> FindNeighboursAsync(double place, Guid at, bool isDown, Guid moving, CancellationToken ct)
    {
        var (comparison, order) = isDown ? (">", "asc") : ("<", "desc");
        var sql = $"""
            select p.place from sovia.collection_place p where p.tenant_id = $1 and p.collection = $2 and (p.place, p.id) {comparison} ($4, $3) and p.id <> $5
                and exists (select from sovia.post_annotation a join sovia.post_index x on x.tenant_id = $1 and x.id = a.id
                    where a.tenant_id = $1 and a.id = p.id and a.collections @> array[$2])
            order by p.place {order}, p.id {order} limit 2
            """;
        await using var command = CreateCommand(sql, at, place, moving);
        await using var reader = await session.ExecuteReaderAsync(command, ct);
        var positions = new List<double>();
        while (await reader.ReadAsync(ct)) positions.Add(reader.GetDouble(0));
        return [.. positions];
    }

    /// <summary>Returns a position between two adjacent ones, or beyond the last one; null if no number fits between them.</summary>
    public static double? Between(double near, double? far, bool isDown) =>
        far is not { } end ? near + (isDown ? Step : -Step) : (near + end) / 2 is var middle && middle != near && middle != end ? middle
        : null;

    private async Task<object?> QueryAsync(string sql, CancellationToken ct, params object[] values)
    {
        await using var command = CreateCommand(sql, values);
        await using var reader = await session.ExecuteReaderAsync(command, ct);
        return await reader.ReadAsync(ct) && reader.FieldCount > 0 && !reader.IsDBNull(0) ? reader.GetValue(0) : null;
    }

    private NpgsqlCommand CreateCommand(string sql, params object[] values)
    {
        var command = new NpgsqlCommand(sql) { Parameters = { new() { Value = session.TenantId }, new() { Value = collection } } };
        foreach (var value in values) command.Parameters.Add(new() { Value = value });
        return command;
    }
}
