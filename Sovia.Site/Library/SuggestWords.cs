using Marten;
using Npgsql;
using Sovia.Library.Browsing;
using Sovia.Query;
using Sovia.Query.Lists;
using Sovia.Text;

namespace Sovia.Library;

/// <summary>Suggests words of the library's prompts that start with the typed text.</summary>
public sealed class SuggestWords(NpgsqlDataSource source, IQuerySession session, CountMatches counts, TimeProvider clock)
{
    private const int MinPrefixLength = 2;

    /// <summary>Returns the most common words with a prefix, each with the number of stacks that contain it.</summary>
    public async Task<IReadOnlyList<(string Word, int Stacks)>> FindByPrefixAsync(string prefix, int limit, CancellationToken ct)
    {
        if (prefix.Length < MinPrefixLength) return [];
        await using var command = source.CreateCommand(
            "select word, rows from sovia.library_word where tenant_id = $1 and starts_with(word, $2) and rows > 0 order by rows desc, "
            + "word limit $3");
        command.Parameters.Add(new() { Value = session.TenantId });
        command.Parameters.Add(new() { Value = TextFolding.FoldCase(prefix) });
        command.Parameters.Add(new() { Value = limit });
        await using var reader = await command.ExecuteReaderAsync(ct);
        var words = new List<(string, int)>();
        while (await reader.ReadAsync(ct)) words.Add((reader.GetString(0), reader.GetInt32(1)));
        return HideFilter.Current is null ? words : await CountVisibleAsync(words, ct);
    }

    // The stored numbers count hidden items too.
    private async Task<List<(string, int)>> CountVisibleAsync(List<(string Word, int)> words, CancellationToken ct)
    {
        var visibleWords = new List<(string, int)>();
        foreach (var (word, _) in words)
        {
            var query = LibraryQuery.Everything(clock.GetUtcNow()).WithSearch($"={word}");
            if (await counts.CountAsync(ResolvedQuery.From(query), ct) is > 0 and var count) visibleWords.Add((word, count));
        }
        return visibleWords;
    }
}
