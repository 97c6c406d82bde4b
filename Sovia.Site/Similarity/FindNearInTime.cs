using Npgsql;

namespace Sovia.Similarity;

/// <summary>
/// Finds families created around the same time as a family that has no texts.
/// </summary>
public sealed class FindNearInTime(NpgsqlDataSource source)
{
    private const string Columns = "select x.id, x.age from sovia.family_index x where x.tenant_id = $1 and x.dated and x.id <> all($5)";

    private const string Sql = $"""
        with own as (select age, id from sovia.family_index where tenant_id = $1 and id = $2 and dated)
        select near.id, near.age - own.age from own cross join lateral (
            ({Columns} and (x.age, x.id) > (own.age, own.id) order by x.age, x.id limit $3)
            union all
            ({Columns} and (x.age, x.id) < (own.age, own.id) order by x.age desc, x.id desc limit $3)) near
        order by abs(near.age - own.age), near.age, near.id offset $4
        """;

    /// <summary>
    /// Returns the families, nearest in time first, with the time difference as the reason; empty if the creation time is unknown.
    /// </summary>
    /// <param name="library">The library.</param>
    /// <param name="root">The family.</param>
    /// <param name="excluded">Families to leave out.</param>
    /// <param name="skip">How many results to skip.</param>
    /// <param name="take">The maximum number of results.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<SimilarityResult> FindAsync(string library, Guid root, Guid[] excluded, int skip, int take, CancellationToken ct)
    {
        await using var command = source.CreateCommand(Sql);
        foreach (var value in (object[])[library, root, skip + take + 1, skip, excluded]) command.Parameters.Add(new() { Value = value });
        var results = new List<SimilarFamilyResult>();
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (results.Count <= take && await reader.ReadAsync(ct))
            results.Add(new(reader.GetGuid(0), null, TimeDifferenceText.Describe(reader.GetInt64(1))));
        return new(results.Count == 0 && skip == 0 ? SimilarityBasis.None : SimilarityBasis.Time, [.. results.Take(take)],
            results.Count > take);
    }
}
