using Npgsql;
using Sovia.Index.Versions;
using Sovia.Library;
using Sovia.Query;
using Sovia.Query.Lists;

namespace Sovia.Stats;

/// <summary>Sums the index rows of a list's items.</summary>
public sealed class SumItems(NpgsqlDataSource source, CurrentTenant tenant, LibraryStateCache versions)
{
    internal async Task<ItemSums> SumAsync(LibraryQuery query, CancellationToken ct)
    {
        var list = (ResolvedQuery.From(query) with { Sort = null }).ForLibrary(await versions.GetCurrentAsync(tenant.Id, ct));
        await using var command = source.CreateCommand();
        command.Parameters.Add(new() { Value = tenant.Id });
        command.CommandText = $"""
            select coalesce(sum(images), 0)::bigint, coalesce(-sum(by_videos), 0)::bigint, coalesce(sum(millis), 0)::bigint, coalesce(sum(bytes), 0)::bigint
            from ({list.BuildSql(command.Parameters, "x.images, x.by_videos, x.millis, x.bytes")}) x
            """;
        return await SearchTimeout.RunAsync(list, command, async command =>
        {
            await using var reader = await command.ExecuteReaderAsync(ct);
            await reader.ReadAsync(ct);
            return new ItemSums(reader.GetInt64(0), reader.GetInt64(1), reader.GetInt64(2), reader.GetInt64(3));
        });
    }
}
