using Alba;
using Sovia.Import;
using Sovia.Jobs;
using Sovia.Tests.Support;

namespace Sovia.Tests.Import;

/// <summary>What a site does, while it runs, with folders of handed-over files.</summary>
public sealed class SpoolTests(SoviaHost host) : HostTest(host)
{
    [Fact]
    public async Task a_run_that_was_given_up_while_it_was_written_is_taken_up_again_without_a_restart()
    {
        using var folder = new TempFolder();
        await using var site = await StartAsync(folder);
        var run = new ImportRun
        {
            Id = Guid.CreateVersion7(),
            State = ImportState.Importing,
            StartedAt = DateTimeOffset.UtcNow,
            Sources = [new("export.json", SyntheticExport.Twenty.Length)]
        };
        await StoreAsync(folder, run.Id);
        await using (var session = Host.Store.LightweightSession())
        {
            session.Store(run);
            await session.SaveChangesAsync();
        }
        await Eventually.TrueAsync(async () => await LoadRunAsync(run.Id) is { State: ImportState.Finished, Counts.Families: 20 },
            "it is written");
    }

    [Fact]
    public async Task a_folder_that_another_site_is_just_filling_stays_and_one_that_nobody_fills_goes()
    {
        using var folder = new TempFolder();
        var (filling, left) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await StoreAsync(folder, filling);
        await StoreAsync(folder, left);
        File.SetLastWriteTimeUtc(folder.PathOf($"imports/{left}/0"), DateTime.UtcNow.AddHours(-2));
        Directory.SetLastWriteTimeUtc(folder.PathOf($"imports/{left}"), DateTime.UtcNow.AddHours(-2));
        await using var site = await StartAsync(folder);
        var spool = new ImportSpool(folder.PathOf("imports"));
        await Eventually.TrueAsync(() => Task.FromResult(!spool.HasFiles(left)), "what was left behind is let go");
        Assert.True(spool.HasFiles(filling));
    }

    [Fact]
    public async Task files_that_cannot_be_deleted_keep_no_other_run_from_its_turn()
    {
        using var folder = new TempFolder();
        using var stuck = new UndeletableFolder(folder.PathOf("imports"));
        var run = new ImportRun
        {
            Id = stuck.Id,
            State = ImportState.Finished,
            StartedAt = DateTimeOffset.UtcNow,
            Sources = [new("export.json", SyntheticExport.Twenty.Length)]
        };
        var next = run with { Id = Guid.CreateVersion7(), State = ImportState.Queued };
        await StoreAsync(folder, next.Id);
        await using (var session = Host.Store.LightweightSession())
        {
            session.Store(run, next);
            await session.SaveChangesAsync();
        }
        await using var site = await StartAsync(folder);
        await Eventually.TrueAsync(async () => await LoadRunAsync(next.Id) is { State: ImportState.Finished, Counts.Families: 20 },
            "the next one is written");
        Assert.Equal((ImportState.Finished, null), ((await LoadRunAsync(run.Id)).State, (await LoadRunAsync(run.Id)).Failure));
        Assert.True(new ImportSpool(folder.PathOf("imports")).HasFiles(run.Id));
    }

    [Fact]
    public async Task a_fault_after_the_end_of_a_run_does_not_make_it_a_failure()
    {
        var run = new ImportRun { Id = Guid.CreateVersion7(), State = ImportState.Finished, StartedAt = DateTimeOffset.UtcNow };
        await using (var session = Host.Store.LightweightSession())
        {
            session.Store(run);
            await session.SaveChangesAsync();
        }
        await WithAsync(async (IEnumerable<IJob> jobs) =>
        {
            await jobs.First(job => job.Name == ImportJob.JobName)
                .FailAsync(run.Id.ToString(), new IOException("too late"), "too late", default);
            return 0;
        });
        Assert.Equal((ImportState.Finished, null), ((await LoadRunAsync(run.Id)).State, (await LoadRunAsync(run.Id)).Failure));
    }

    private static async Task StoreAsync(TempFolder folder, Guid run)
    {
        using var content = new MemoryStream(SyntheticExport.Twenty);
        await new ImportSpool(folder.PathOf("imports")).StoreAsync(run, 0, content, default);
    }

    private Task<IAlbaHost> StartAsync(TempFolder folder) => AlbaHost.For<Program>(builder => builder
        .UseSetting("ConnectionStrings:Postgres", Host.ConnectionString).UseSetting("Sovia:DataDirectory", folder.Path));
}
