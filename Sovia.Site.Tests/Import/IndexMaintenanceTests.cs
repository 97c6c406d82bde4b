using Npgsql;
using Sovia.Import;
using Sovia.Tests.Support;

namespace Sovia.Tests.Import;

/// <summary>The upkeep of indexes behind an import fails, as it does where the database's user has a time limit.</summary>
public sealed class IndexMaintenanceTests(SoviaHost host) : ImportTest(host), IAsyncLifetime
{
    Task IAsyncLifetime.DisposeAsync() => RunAsync("alter index if exists sovia.hidden_from_settling rename to family_index_lexemes");

    [Fact]
    public async Task an_import_finishes_even_if_index_maintenance_fails()
    {
        await RunAsync("alter index sovia.family_index_lexemes rename to hidden_from_settling");
        var run = await ImportAsync(SyntheticExport.Json(families: 250, seed: 4));
        Assert.Equal((ImportState.Finished, 250), (run.State, run.Counts.Families));
    }

    private async Task RunAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(Host.ConnectionString);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
