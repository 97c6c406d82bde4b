using System.Runtime.InteropServices;
using Npgsql;
using NpgsqlTypes;

namespace Sovia.Library.Search;

/// <summary>Keeps count of how many families each word occurs in, in the transaction that changes them.</summary>
internal sealed class WordCounts
{
    private readonly Dictionary<string, int> rows = new(StringComparer.Ordinal);

    /// <summary>What takes the words of families out, before their rows are deleted.</summary>
    public static NpgsqlBatchCommand Removing(string tenant, Guid[] roots) => new("""
        update sovia.library_word w set rows = w.rows - gone.rows
        from (select word, count(*)::integer as rows from sovia.family_index x, unnest(tsvector_to_array(x.lexemes)) as word
            where x.tenant_id = $1 and x.id = any($2) and word !~ '^[:~]' group by word order by word) gone
        where w.tenant_id = $1 and w.word = gone.word
        """)
    {
        Parameters = { new() { Value = tenant }, new() { Value = roots, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid } },
    };

    /// <summary>Counts the words of a family that is put in.</summary>
    public void Add(IEnumerable<string> lexemes)
    {
        foreach (var lexeme in lexemes)
            if (lexeme[0] is not (':' or '~')) CollectionsMarshal.GetValueRefOrAddDefault(rows, lexeme, out _)++;
    }

    /// <summary>What puts the counted words in; null where there are none.</summary>
    public NpgsqlBatchCommand? Adding(string tenant) => rows.Count == 0 ? null : new("""
        insert into sovia.library_word as w (tenant_id, word, rows) select $1, word, rows from unnest($2, $3) as added (word, rows)
        on conflict (tenant_id, word) do update set rows = w.rows + excluded.rows
        """)
    {
        Parameters =
        {
            new() { Value = tenant },
            new() { Value = rows.Keys.Order(StringComparer.Ordinal).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text },
            new() { Value = rows.OrderBy(word => word.Key, StringComparer.Ordinal).Select(word => word.Value).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Integer },
        },
    };
}
