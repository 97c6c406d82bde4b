using System.Runtime.CompilerServices;
using Npgsql;
using NpgsqlTypes;
using Sovia.Index;
using Sovia.Text;

namespace Sovia.Similarity;

/// <summary>
/// Reads families for comparison from their index rows, which contain each prompt once and omit hidden and trashed posts.
/// </summary>
public sealed class ReadFamilyTexts(NpgsqlDataSource source)
{
    private const string Columns = "select x.id, x.age, x.by_model, x.modes, x.texts from";

    /// <summary>Reads all families of a library, unordered.</summary>
    public IAsyncEnumerable<(FamilyFacts Facts, string Texts)> ReadAllAsync(string library, CancellationToken ct) =>
        ReadAsync(new($"{Columns} sovia.family_index x where x.tenant_id = $1") { Parameters = { new() { Value = library } } }, ct);

    /// <summary>Reads some families, unordered.</summary>
    /// <param name="library">The library.</param>
    /// <param name="ids">The families; unlisted ones are omitted.</param>
    /// <param name="ct">Cancels.</param>
    public IAsyncEnumerable<(FamilyFacts Facts, string Texts)> ReadByIdsAsync(string library, Guid[] ids, CancellationToken ct) =>
        ReadAsync(new($"{Columns} unnest($2) as one (id) join sovia.family_index x on x.tenant_id = $1 and x.id = one.id")
        {
            Parameters = { new() { Value = library }, new() { Value = ids, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid } },
        }, ct);

    private async IAsyncEnumerable<(FamilyFacts Facts, string Texts)> ReadAsync(NpgsqlCommand command,
        [EnumeratorCancellation] CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        await using (command)
        {
            (command.Connection, command.CommandTimeout) = (connection, 0);
            // Interned, because a library has only a few models and sets of modes.
            var (foldedModels, modeSets) = (new Dictionary<string, string?>(), new Dictionary<string, string[]>());
            await using var reader = await command.ExecuteReaderAsync(ct);
            while (await reader.ReadAsync(ct))
            {
                var (model, modes) = (reader.GetString(2), reader.GetFieldValue<string[]>(3));
                if (!foldedModels.TryGetValue(model, out var foldedModel))
                    foldedModels[model] = foldedModel = model == SortKeyEncoding.ToModelKey(null) ? null : TextFolding.FoldCase(model);
                var key = string.Join('\n', modes);
                if (!modeSets.TryGetValue(key, out var modeSet))
                    modeSets[key] = modeSet = [.. modes.Select(TextFolding.FoldCase).Distinct(StringComparer.Ordinal)];
                yield return (new(reader.GetGuid(0), reader.GetInt64(1), foldedModel, modeSet), reader.GetString(4));
            }
        }
    }
}
