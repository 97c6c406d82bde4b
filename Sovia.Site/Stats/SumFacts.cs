using Npgsql;
using Sovia.Library;
using Sovia.Library.Search;

namespace Sovia.Stats;

/// <summary>Sums what index rows say of the items of a list.</summary>
public sealed class SumFacts(NpgsqlDataSource source, CurrentTenant tenant, LibraryVersion versions)
{
    internal async Task<FactSums> OfAsync(LibraryQuery query, CancellationToken ct)
    {
        var list = (Listing.Of(query) with { Sort = null }).In(await versions.CurrentAsync(tenant.Id, ct));
        await using var command = source.CreateCommand();
        command.Parameters.Add(new() { Value = tenant.Id });
        command.CommandText = $"""
            select coalesce(sum(images), 0)::bigint, coalesce(-sum(by_videos), 0)::bigint, coalesce(sum(millis), 0)::bigint, coalesce(sum(bytes), 0)::bigint
            from ({list.Found(command.Parameters, "x.images, x.by_videos, x.millis, x.bytes")}) x
            """;
        return await Patience.ForAsync(list, command, async command =>
        {
            await using var reader = await command.ExecuteReaderAsync(ct);
            await reader.ReadAsync(ct);
            return new FactSums(reader.GetInt64(0), reader.GetInt64(1), reader.GetInt64(2), reader.GetInt64(3));
        });
    }
}
