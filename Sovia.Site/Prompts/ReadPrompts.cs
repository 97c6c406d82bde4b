using Npgsql;
using NpgsqlTypes;
using Sovia.Library;
using Sovia.Query.Lists;
using Sovia.Text;

namespace Sovia.Prompts;

/// <summary>Reads prompts as they were last worked out.</summary>
public sealed class ReadPrompts(NpgsqlDataSource source, CurrentTenant tenant)
{
    /// <summary>A page of a list.</summary>
    /// <param name="query">The list.</param>
    /// <param name="after">The place behind which it begins; anything that is none counts as the top.</param>
    /// <param name="ct">Ends the reading.</param>
    /// <param name="size">How many at the most.</param>
    /// <exception cref="SearchTimeoutException">A search was given up.</exception>
    public async Task<PromptPage> ReadPageAsync(PromptQuery query, string? after, CancellationToken ct, int size = PromptPage.Size)
    {
        await using var command = source.CreateCommand();
        command.Parameters.Add(new() { Value = tenant.Id });
        var sql = new PromptSql(command.Parameters);
        var where = sql.BuildWhere(query);
        if (PromptCursor.Parse(after, query.Sort) is { } place) where = $"{where} and {sql.BuildAfter(place, query.Sort)}";
        command.CommandText =
            $"select {PromptEntry.Columns} from sovia.prompt x where x.tenant_id = $1 and {where} order by {PromptSql.BuildOrderBy(query.Sort)} limit {size + 1}";
        var found = await PromptSearchTimeout.RunAsync(query, command, command => EntriesAsync(command, ct));
        var shown = found.Take(size).ToList();
        return new(shown, found.Count > size ? PromptCursor.FromEntry(shown[^1], query.Sort).ToString() : null);
    }

    /// <summary>Whether an address names a place in a list.</summary>
    public static bool IsCursor(string after, PromptQuery query) => PromptCursor.Parse(after, query.Sort) is not null;

    /// <summary>Prompts by their keys, in the order of the keys; those that are not there are left out.</summary>
    public async Task<IReadOnlyList<PromptEntry>> ReadByKeysAsync(IReadOnlyCollection<long> keys, CancellationToken ct)
    {
        await using var command =
            source.CreateCommand($"select {PromptEntry.Columns} from sovia.prompt x where x.tenant_id = $1 and x.key = any($2)");
        command.Parameters.Add(new() { Value = tenant.Id });
        command.Parameters.Add(new() { Value = keys.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bigint });
        var found = (await EntriesAsync(command, ct)).ToDictionary(entry => entry.Key);
        return [.. keys.Distinct().Where(found.ContainsKey).Select(key => found[key])];
    }

    /// <summary>The prompts that contain a text, whatever its case, the most used first.</summary>
    public async Task<IReadOnlyList<PromptEntry>> FindContainingAsync(string text, int most, CancellationToken ct)
    {
        // No wildcards: what is looked for is what stands there.
        await using var command = source.CreateCommand($"""
            select {PromptEntry.Columns} from sovia.prompt x where x.tenant_id = $1 and x.by_uses < 0 and strpos(lower(x.text), lower($2)) > 0
            order by {PromptSql.BuildOrderBy(PromptSort.Usage)} limit {most}
            """);
        command.Parameters.Add(new() { Value = tenant.Id });
        command.Parameters.Add(new() { Value = NoteText.ReplaceUnstorable(text) });
        return await EntriesAsync(command, ct);
    }

    private static async Task<List<PromptEntry>> EntriesAsync(NpgsqlCommand command, CancellationToken ct)
    {
        var entries = new List<PromptEntry>();
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct)) entries.Add(PromptEntry.FromReader(reader));
        return entries;
    }
}
