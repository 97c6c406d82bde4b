using Npgsql;
using NpgsqlTypes;

namespace Sovia.Library.Search;

/// <summary>Keeps count of how many families each word occurs in, in the transaction that changes them.</summary>
internal static class WordCounts
{
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

    /// <summary>What puts the words of families in, once their rows are there.</summary>
    public static NpgsqlBatchCommand Adding(string tenant, Guid[] roots) => new("""
        insert into sovia.library_word as w (tenant_id, word, rows)
        select $1, word, count(*)::integer from sovia.family_index x, unnest(tsvector_to_array(x.lexemes)) as word
        where x.tenant_id = $1 and x.id = any($2) and word !~ '^[:~]' group by word order by word
        on conflict (tenant_id, word) do update set rows = w.rows + excluded.rows
        """)
    {
        Parameters = { new() { Value = tenant }, new() { Value = roots, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid } },
    };
}
