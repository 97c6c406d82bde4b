using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Sovia.Import;
using Sovia.Jobs;
using Sovia.Storage;
using Sovia.Tests.Support;

namespace Sovia.Tests.Import;

/// <summary>Runs whose node, or whose files, are gone for good.</summary>
public sealed class LostRunTests(SoviaHost host) : HostTest(host)
{
    [Theory]
    [InlineData(ImportState.Importing, 7)]
    [InlineData(ImportState.Reading, 0)]
    public async Task a_run_cancelled_while_its_node_is_away_ends_with_its_imported_posts(ImportState state, int posts)
    {
        var id = await LeaveAsync(state, "another");
        await WithAsync<CancelImport, bool>(async cancel =>
        {
            await cancel.RunAsync(id, default);
            return true;
        });
        Assert.Equal(posts, (await WaitForEndAsync(id, ImportState.Cancelled)).Counts.Posts);
    }

    [Fact]
    public async Task a_cancelled_run_is_left_to_its_active_node()
    {
        var (busy, idle) = (await LeaveAsync(ImportState.Importing, "another"), await LeaveAsync(ImportState.Importing, "another"));
        await using (var session = Host.Store.LightweightSession())
        {
            session.Store(new JobRow
            {
                Id = JobRow.CreateId(ImportJob.JobName, busy.ToString()),
                Node = "another",
                StartedAt = DateTimeOffset.UtcNow,
                SeenAt = DateTimeOffset.UtcNow
            });
            session.Store(new ImportCancellation(busy), new ImportCancellation(idle));
            await session.SaveChangesAsync();
        }
        await WaitForEndAsync(idle, ImportState.Cancelled);
        Assert.Equal(ImportState.Importing, (await LoadRunAsync(busy)).State);
    }

    [Fact]
    public async Task a_run_without_files_fails_only_on_its_own_node()
    {
        var elsewhere = await LeaveAsync(ImportState.Importing, "another");
        var lost = await LeaveAsync(ImportState.Importing, Host.Site.Services.GetRequiredService<NodeId>().Value);
        Assert.Contains("Import the same files again", (await WaitForEndAsync(lost, ImportState.Failed)).Failure, StringComparison.Ordinal);
        Assert.Equal(ImportState.Importing, (await LoadRunAsync(elsewhere)).State);
    }

    private async Task<ImportRun> WaitForEndAsync(Guid id, ImportState state)
    {
        await Eventually.TrueAsync(async () => (await LoadRunAsync(id)).HasEnded, "the run ends");
        var run = await LoadRunAsync(id);
        Assert.Equal(state, run.State);
        return run;
    }

    private async Task<Guid> LeaveAsync(ImportState state, string node)
    {
        var run = new ImportRun
        {
            Id = Guid.CreateVersion7(),
            State = state,
            Node = node,
            StartedAt = DateTimeOffset.UtcNow,
            Counts = new() { Posts = 7 },
            Sources = [new("export.json", 10)]
        };
        await using var session = Host.Store.LightweightSession();
        session.Store(run);
        await session.SaveChangesAsync();
        // As if the run had not been updated for a while.
        await using var command = Host.Site.Services.GetRequiredService<NpgsqlDataSource>()
            .CreateCommand("update sovia.mt_doc_importrun set mt_last_modified = now() - interval '1 minute' where id = $1");
        command.Parameters.Add(new() { Value = run.Id });
        await command.ExecuteNonQueryAsync();
        return run.Id;
    }
}
