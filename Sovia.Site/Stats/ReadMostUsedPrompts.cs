using Npgsql;
using Sovia.Library;

namespace Sovia.Stats;

/// <summary>Reads the prompts that a library uses most.</summary>
public sealed class ReadMostUsedPrompts(NpgsqlDataSource source, CurrentTenant tenant)
{
    private const int MaxPrompts = 24, MaxLength = 120;

    // The sort key is negated, so the most used prompt has the smallest value.
    private const string Sql =
        "select key, text from sovia.prompt where tenant_id = $1 and by_uses < -1 order by by_uses, by_recent, key limit $2";

    /// <summary>Returns each prompt's value in URLs and its text. Omits prompts that were used only once.</summary>
    public async Task<IReadOnlyList<(string Value, string Label)>> ReadAsync(CancellationToken ct)
    {
        await using var command = source.CreateCommand(Sql);
        command.Parameters.Add(new() { Value = tenant.Id });
        command.Parameters.Add(new() { Value = MaxPrompts });
        await using var reader = await command.ExecuteReaderAsync(ct);
        var prompts = new List<(string, string)>();
        while (await reader.ReadAsync(ct)) prompts.Add((PromptKey.Format(reader.GetInt64(0)), Truncate(reader.GetString(1))));
        return prompts;
    }

    private static string Truncate(string text) =>
        text.Length <= MaxLength ? text : $"{text[..(char.IsHighSurrogate(text[MaxLength - 1]) ? MaxLength - 1 : MaxLength)]}…";
}
