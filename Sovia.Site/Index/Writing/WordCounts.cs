using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using Npgsql;
using NpgsqlTypes;

namespace Sovia.Index.Writing;

/// <summary>
/// Counts in how many families each word occurs, in the transaction that changes them. Large changes are queued beside the counts and
/// applied later, because otherwise an import would spend a fifth of its time updating the same words repeatedly.
/// </summary>
internal sealed class WordCounts
{
    private const int QueueThreshold = 2_000;
    private const int MaxPooled = 4, MaxPooledCapacity = 20_000;

    // Pooled, because discarding objects this large would trigger full garbage collections.
    private static readonly ConcurrentBag<Dictionary<string, int>> Pool = [];

    private readonly Dictionary<string, int> counts = Pool.TryTake(out var pooled) ? pooled : new(StringComparer.Ordinal);

    /// <summary>Adds the words of a new family, as written.</summary>
    public void Add(IEnumerable<string> lexemes)
    {
        foreach (var lexeme in lexemes)
            if (SearchLexemes.IsWord(lexeme)) CollectionsMarshal.GetValueRefOrAddDefault(counts, lexeme, out _)++;
    }

    /// <summary>Subtracts the words of families, before their rows are deleted.</summary>
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
            CollectionsMarshal.GetValueRefOrAddDefault(counts, reader.GetString(0), out _) -= reader.GetInt32(1);
    }

    /// <summary>Returns a command that writes the changed counts; null if there are none. Add no words after this call.</summary>
    public NpgsqlBatchCommand? CreateCommand(string tenant)
    {
        var (words, changes) = TakeChanges();
        if (words.Count == 0) return null;
        // Sorted, so that concurrent transactions lock the words in the same order and cannot deadlock.
        return new(words.Count > QueueThreshold ? "insert into sovia.library_word_change (tenant_id, words, rows) values ($1, $2, $3)" : """
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

    private (List<string> Words, List<int> Changes) TakeChanges()
    {
        var (words, changes) = (new List<string>(counts.Count), new List<int>(counts.Count));
        foreach (var (word, change) in counts)
        {
            if (change == 0) continue;
            words.Add(word);
            changes.Add(change);
        }
        counts.Clear();
        if (counts.Capacity <= MaxPooledCapacity && Pool.Count < MaxPooled) Pool.Add(counts);
        return (words, changes);
    }
}
