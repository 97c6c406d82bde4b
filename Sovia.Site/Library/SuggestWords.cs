using Marten;
using Npgsql;
using Sovia.Text;

namespace Sovia.Library;

/// <summary>Suggests words of the library's prompts that start with what was typed.</summary>
public sealed class SuggestWords(NpgsqlDataSource source, IQuerySession session)
{
    private const int Fewest = 2;

    /// <summary>Returns the most common words with a prefix, each with the number of stacks that contain it.</summary>
    public async Task<IReadOnlyList<(string Word, int Stacks)>> StartingWithAsync(string prefix, int most, CancellationToken ct)
    {
        if (prefix.Length < Fewest) return [];
        await using var command = source.CreateCommand(
            "select word, rows from sovia.library_word where tenant_id = $1 and starts_with(word, $2) and rows > 0 order by rows desc, "
            + "word limit $3");
        command.Parameters.Add(new() { Value = session.TenantId });
        command.Parameters.Add(new() { Value = TextFolding.FoldCase(prefix) });
        command.Parameters.Add(new() { Value = most });
        await using var reader = await command.ExecuteReaderAsync(ct);
        var words = new List<(string, int)>();
        while (await reader.ReadAsync(ct)) words.Add((reader.GetString(0), reader.GetInt32(1)));
        return words;
    }
}
