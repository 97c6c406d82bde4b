using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using Npgsql;
using NpgsqlTypes;

namespace Sovia.Index.Writing;

/// <summary>
/// Keeps count of how many families each word occurs in, in the transaction that changes them. A change of many words is noted beside the
/// counts and added to them later: an import would else spend a fifth of its time on the same words again and again.
/// </summary>
internal sealed class WordCounts
{
    private const int Many = 2_000;
    private const int MostKept = 4, LargestKept = 20_000;

    // Used again: throwing away what is this large would have the collector look through all that lives.
    private static readonly ConcurrentBag<Dictionary<string, int>> Kept = [];

    private readonly Dictionary<string, int> rows = Kept.TryTake(out var kept) ? kept : new(StringComparer.Ordinal);

    /// <summary>Counts the words of a family that is put in, as they are written.</summary>
    public void Add(IEnumerable<string> lexemes)
    {
        foreach (var lexeme in lexemes)
            if (SearchLexemes.IsWord(lexeme)) CollectionsMarshal.GetValueRefOrAddDefault(rows, lexeme, out _)++;
    }

    /// <summary>Takes out the words of families, before their rows are deleted.</summary>
    public async Task RemoveAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, string tenant, Guid[] roots,
        CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("""
            select word, count(*)::integer from sovia.family_index x, unnest(tsvector_to_array(x.lexemes)) as word
            where x.tenant_id = $1 and x.id = any($2) and word !~ '^[:~^]' group by word
            """, connection, transaction)
        {
            Parameters = { new() { Value = tenant }, new() { Value = roots, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid } },
        };
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
            CollectionsMarshal.GetValueRefOrAddDefault(rows, reader.GetString(0), out _) -= reader.GetInt32(1);
    }

    /// <summary>What writes the change; null where there is none. Nothing is to be counted afterwards.</summary>
    public NpgsqlBatchCommand? CreateCommand(string tenant)
    {
        var (words, changes) = Changed();
        if (words.Count == 0) return null;
        // In order, so that two who write at once take the words in the same one.
        return new(words.Count > Many ? "insert into sovia.library_word_change (tenant_id, words, rows) values ($1, $2, $3)" : """
            insert into sovia.library_word as w (tenant_id, word, rows) select $1, word, rows from unnest($2, $3) as changed (word, rows) order by word
            on conflict (tenant_id, word) do update set rows = w.rows + excluded.rows
            """)
        {
            Parameters =
            {
                new() { Value = tenant },
                new() { Value = words, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text },
                new() { Value = changes, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Integer },
            },
        };
    }

    private (List<string> Words, List<int> Changes) Changed()
    {
        var (words, changes) = (new List<string>(rows.Count), new List<int>(rows.Count));
        foreach (var (word, change) in rows)
        {
            if (change == 0) continue;
            words.Add(word);
            changes.Add(change);
        }
        rows.Clear();
        if (rows.Capacity <= LargestKept && Kept.Count < MostKept) Kept.Add(rows);
        return (words, changes);
    }
}
