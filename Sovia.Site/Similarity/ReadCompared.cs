using System.Runtime.CompilerServices;
using Npgsql;
using NpgsqlTypes;
using Sovia.Library.Search;

namespace Sovia.Similarity;

/// <summary>Reads families as they are compared, from their index rows: those hold every prompt once, and none of what is hidden or in the trash.</summary>
public sealed class ReadCompared(NpgsqlDataSource source)
{
    /// <summary>The families of a library, each with the transaction that wrote its row: the same number, the same row.</summary>
    public async Task<Dictionary<Guid, uint>> StampsAsync(string library, CancellationToken ct)
    {
        await using var command = source.CreateCommand("select id, xmin from sovia.family_index where tenant_id = $1");
        command.Parameters.Add(new() { Value = library });
        var stamps = new Dictionary<Guid, uint>();
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct)) stamps[reader.GetGuid(0)] = reader.GetFieldValue<uint>(1);
        return stamps;
    }

    /// <summary>Some families, in no order.</summary>
    /// <param name="library">The library.</param>
    /// <param name="ids">The families; those that it does not show are passed over.</param>
    /// <param name="ct">Cancels.</param>
    public async IAsyncEnumerable<(ComparedFamily Family, string Texts)> OfAsync(string library, Guid[] ids, [EnumeratorCancellation] CancellationToken ct)
    {
        await using var command = source.CreateCommand("select x.id, x.age, x.by_model, x.modes, x.texts from unnest($2) as one (id) join sovia.family_index x on x.tenant_id = $1 and x.id = one.id");
        command.Parameters.Add(new() { Value = library });
        command.Parameters.Add(new() { Value = ids, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid });
        command.CommandTimeout = 0;
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            var (model, texts) = (reader.GetString(2), reader.GetString(4));
            yield return (new(
                reader.GetGuid(0),
                SortKeys.At(reader.GetInt64(1)),
                model == SortKeys.Model(null) ? null : Fold.Case(model),
                [.. reader.GetFieldValue<string[]>(3).Select(Fold.Case).Distinct().Order(StringComparer.Ordinal)],
                TermCounts.Of(IndexedTexts.Of(texts))), texts);
        }
    }
}
