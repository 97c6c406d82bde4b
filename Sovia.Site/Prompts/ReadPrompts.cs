using Npgsql;
using NpgsqlTypes;
using Sovia.Library;
using Sovia.Query.Lists;
using Sovia.Text;

namespace Sovia.Prompts;

/// <summary>Reads the prompt table, which may be behind recent changes.</summary>
public sealed class ReadPrompts(NpgsqlDataSource source, CurrentTenant tenant)
{
    /// <summary>Returns a page of a list.</summary>
    /// <param name="query">The list.</param>
    /// <param name="after">The cursor; an invalid one gives the first page.</param>
    /// <param name="ct">Cancels.</param>
    /// <param name="size">The maximum number of prompts.</param>
    /// <exception cref="SearchTimeoutException">The search timed out.</exception>
    public async Task<PromptPage> ReadPageAsync(PromptQuery query, string? after, CancellationToken ct, int size = PromptPage.Size)
    {
        await using var command = source.CreateCommand();
        command.Parameters.Add(new() { Value = tenant.Id });
        var sql = new PromptSql(command.Parameters);
        var where = sql.BuildWhere(query);
        if (PromptCursor.Parse(after, query.Sort) is { } cursor) where = $"{where} and {sql.BuildAfter(cursor, query.Sort)}";
        command.CommandText =
            $"select {PromptEntry.Columns} from sovia.prompt x where x.tenant_id = $1 and {where} order by {PromptSql.BuildOrderBy(query.Sort)} limit {size + 1}";
        var entries = await PromptSearchTimeout.RunAsync(query, command, command => ReadEntriesAsync(command, ct));
        var pageEntries = entries.Take(size).ToList();
        return new(pageEntries, entries.Count > size ? PromptCursor.FromEntry(pageEntries[^1], query.Sort).ToString() : null);
    }

    /// <summary>Returns whether a text is a valid cursor in a list.</summary>
    public static bool IsCursor(string after, PromptQuery query) => PromptCursor.Parse(after, query.Sort) is not null;

    /// <summary>Returns prompts by key, in the order of the keys and without missing ones.</summary>
    public async Task<IReadOnlyList<PromptEntry>> ReadByKeysAsync(IReadOnlyCollection<long> keys, CancellationToken ct)
    {
        await using var command = source.CreateCommand();
        command.Parameters.Add(new() { Value = tenant.Id });
        command.Parameters.Add(new() { Value = keys.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bigint });
        command.CommandText = $"""
            select {PromptEntry.Columns} from sovia.prompt x
            where x.tenant_id = $1 and x.key = any($2) and {new PromptSql(command.Parameters).BuildIsShown() ?? "true"}
            """;
        var entriesByKey = (await ReadEntriesAsync(command, ct)).ToDictionary(entry => entry.Key);
        return [.. keys.Distinct().Where(entriesByKey.ContainsKey).Select(key => entriesByKey[key])];
    }

    /// <summary>Returns prompts that contain a text, ignoring case, most used first.</summary>
    public async Task<IReadOnlyList<PromptEntry>> FindContainingAsync(string text, int most, CancellationToken ct)
    {
        // Matches the text literally, without wildcards.
        await using var command = source.CreateCommand();
        command.Parameters.Add(new() { Value = tenant.Id });
        command.Parameters.Add(new() { Value = NoteText.ReplaceUnstorable(text) });
        command.CommandText = $"""
            select {PromptEntry.Columns} from sovia.prompt x where x.tenant_id = $1 and x.by_uses < 0 and strpos(lower(x.text), lower($2)) > 0
                and {new PromptSql(command.Parameters).BuildIsShown() ?? "true"}
            order by {PromptSql.BuildOrderBy(PromptSort.Usage)} limit {most}
            """;
        return await ReadEntriesAsync(command, ct);
    }

    private static async Task<List<PromptEntry>> ReadEntriesAsync(NpgsqlCommand command, CancellationToken ct)
    {
        var entries = new List<PromptEntry>();
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct)) entries.Add(PromptEntry.FromReader(reader));
        return entries;
    }
}
