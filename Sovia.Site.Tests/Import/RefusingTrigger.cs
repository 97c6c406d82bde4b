using Npgsql;

namespace Sovia.Tests.Import;

/// <summary>
/// Makes the database reject rows: a trigger raises the error that PostgreSQL raises for a value it cannot store.
/// </summary>
internal sealed class RefusingTrigger : IAsyncDisposable
{
    private readonly NpgsqlDataSource source;

    private RefusingTrigger(NpgsqlDataSource source) => this.source = source;

    /// <summary>Refuses rows of a table from now on.</summary>
    /// <param name="connectionString">The database.</param>
    /// <param name="table">A table of the schema.</param>
    /// <param name="condition">Which rows, of <c>new</c>.</param>
    /// <param name="state">The SQLSTATE.</param>
    public static async Task<RefusingTrigger> CreateAsync(string connectionString, string table, string condition, string state = "54000")
    {
        var refusing = new RefusingTrigger(NpgsqlDataSource.Create(connectionString));
        await refusing.RunAsync($"""
            create or replace function sovia.refuse() returns trigger language plpgsql as $$ begin raise exception 'index row requires 12345 bytes, maximum size is 8191' using errcode = '{state}'; end $$;
            create trigger refuse before insert on sovia.{table} for each row when ({condition}) execute function sovia.refuse();
            """);
        return refusing;
    }

    public async ValueTask DisposeAsync()
    {
        await RunAsync("drop function if exists sovia.refuse cascade");
        await source.DisposeAsync();
    }

    private async Task RunAsync(string sql)
    {
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
