using Marten;
using Npgsql;
using Sovia.Query.Lists;
using Sovia.Query.Terms;
using Sovia.Text;

namespace Sovia.Query.Language;

/// <summary>
/// Suggests a corrected search if a required word does not occur in the library: the same search with the most similar word that does.
/// </summary>
public sealed class SpellingSuggester(NpgsqlDataSource source, IQuerySession session)
{
    private const int MaxWords = 3;

    /// <summary>Returns the suggested search, or null if every word occurs or none is similar.</summary>
    public async Task<string?> SuggestAsync(LibraryQuery query, CancellationToken ct)
    {
        var search = query.SearchText;
        foreach (var word in SpellingCorrection.GetRequiredWords(query.Search.Term).Where(word => word.Length >= 3).Take(MaxWords))
            if (!await OccursAsync(word, ct) && await FindNearestAsync(word, ct) is { } nearest)
                search = SpellingCorrection.ReplaceWord(search, word, nearest);
        return search == query.SearchText ? null : search;
    }

    private async Task<bool> OccursAsync(string word, CancellationToken ct)
    {
        await using var command = source.CreateCommand();
        command.Parameters.Add(new() { Value = session.TenantId });
        command.CommandText =
            $"select exists ({HideFilter.Exclude(new(new Term.Word(word, Exact: false), "")).BuildSql(command.Parameters, "")})";
        return (bool)(await command.ExecuteScalarAsync(ct))!;
    }

    // Compares words of about the same length, ignoring diacritics; among equally similar words the more common one wins.
    private async Task<string?> FindNearestAsync(string requiredWord, CancellationToken ct)
    {
        var word = TextFolding.RemoveDiacritics(requiredWord);
        var maxDistance = word.Length < 5 ? 1 : 2;
        await using var command = source.CreateCommand(
            "select word, rows from sovia.library_word where tenant_id = $1 and length(word) between $2 and $3 and rows > 0");
        command.Parameters.Add(new() { Value = session.TenantId });
        command.Parameters.Add(new() { Value = word.Length - maxDistance });
        command.Parameters.Add(new() { Value = word.Length + maxDistance });
        await using var reader = await command.ExecuteReaderAsync(ct);
        var (nearest, distance, bestCount) = ((string?)null, maxDistance, -1);
        while (await reader.ReadAsync(ct))
        {
            var (candidate, count) = (reader.GetString(0), reader.GetInt32(1));
            var edits = EditDistance.Between(word, TextFolding.RemoveDiacritics(candidate), distance);
            if (edits < distance || (edits == distance && count > bestCount)) (nearest, distance, bestCount) = (candidate, edits, count);
        }
        // Checks the word again, because the stored words include those of hidden items.
        return nearest is not null && HideFilter.Current is not null && !await OccursAsync(nearest, ct) ? null : nearest;
    }
}
