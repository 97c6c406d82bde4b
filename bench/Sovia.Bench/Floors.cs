namespace Sovia.Bench;

/// <summary>Statements over the tables of <c>floor.sql</c>, each the least work that its question takes.</summary>
internal static class Floors
{
    // One more than a page, as whoever pages has to know whether there is more.
    private const string Limit = "limit 51;";

    public const string Page = $"select id, data from bench.family order by sort_at desc, id desc {Limit}";

    public const string Posts = $"select id, data from bench.post order by created_at desc, id desc {Limit}";

    public const string Members = """
        select p.data from (select id, sort_at from bench.family order by sort_at desc, id desc limit 50) f
        join bench.post p on p.root = f.id order by f.sort_at desc, f.id desc, p.created_at, p.id;
        """;

    public const string Facets = "select fact, count(*) from bench.fact group by fact;";

    public const string Random = $"""
        \set from random(-2147483647, 2100000000)
        select id, data from bench.family where shuffle >= :from order by shuffle, id {Limit}
        """;

    public static string PageAt(LibrarySample facts) => $"""
        \set at random({facts.Families / 4}, {facts.Families * 3 / 4})
        select id, data from bench.family
        where sort_at <= timestamptz '2023-11-01' + interval '3 years' * :at / {facts.Families} order by sort_at desc, id desc {Limit}
        """;

    public static string MembersAfter(int skipped) => $"""
        select p.data from (select id, sort_at from bench.family order by sort_at desc, id desc limit 50 offset {skipped}) f
        join bench.post p on p.root = f.id order by f.sort_at desc, f.id desc, p.created_at, p.id;
        """;

    public static string Known(IEnumerable<string> ids) =>
        $"select id from bench.post where id = any('{{{string.Join(',', ids)}}}'::uuid[]);";

    public static string Sorted(string order) => $"select id, data from bench.family order by {order} {Limit}";

    // pgbench would take a colon before a letter for a variable of its own.
    public static string Fact(string fact) => $"""
        select f.id, f.data from (select id, sort_at from bench.fact where fact = '{fact}' order by sort_at desc, id desc limit 51) as found
        join bench.family f using (id) order by found.sort_at desc, id desc;
        """;

    public static string Facts(string one, string other) => $"""
        select f.id, f.data from (
            select one.id, one.sort_at from bench.fact one join bench.fact other on other.fact = '{other}' and other.sort_at = one.sort_at and other.id = one.id
            where one.fact = '{one}' order by one.sort_at desc, one.id desc limit 51) as found
        join bench.family f using (id) order by found.sort_at desc, id desc;
        """;

    public static string Words(string query) => $"""
        select f.id, f.data from (select id, sort_at from bench.words where words @@ to_tsquery('simple', '{query}') order by sort_at desc, id desc limit 51) as found
        join bench.family f using (id) order by found.sort_at desc, id desc;
        """;
}
