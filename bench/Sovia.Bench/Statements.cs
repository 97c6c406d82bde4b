namespace Sovia.Bench;

/// <summary>The database's own count of how long statements take, planning included and the way to it not.</summary>
internal sealed class Statements(Database database)
{
    /// <summary>Lets the next start of the server count.</summary>
    public const string Load = """
        alter system set shared_preload_libraries = 'pg_stat_statements';
        create extension if not exists pg_stat_statements;
        """;

    /// <summary>Counts planning too; possible only once the counting itself is loaded.</summary>
    public async Task CountPlanningAsync(CancellationToken ct)
    {
        await database.RunAsync("alter system set pg_stat_statements.track_planning = on;", ct);
        await database.RunAsync("select pg_reload_conf();", ct);
    }

    /// <summary>Begins a count.</summary>
    public Task ResetAsync(CancellationToken ct) => database.RunAsync("select pg_stat_statements_reset();", ct);

    /// <summary>How many ms all statements since then have taken.</summary>
    public async Task<double> ReadTotalMsAsync(CancellationToken ct) => Table.Number(await database.QueryScalarAsync(
        "select coalesce(sum(total_plan_time + total_exec_time), 0) from pg_stat_statements where query not like '%pg_stat_statements%';",
        ct));
}
