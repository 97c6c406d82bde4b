using System.Text;
using Alba;
using Sovia.Import;
using Sovia.Tests.Support;

namespace Sovia.Tests.Import;

/// <summary>What a site does, while it runs, with folders of handed-over files.</summary>
public sealed class SpoolTests(SoviaHost host) : HostTest(host)
{
    private static readonly byte[] Export = Encoding.UTF8.GetBytes(SyntheticExport.Json(families: 20, seed: 5));

    [Fact]
    public async Task a_run_that_was_given_up_while_it_was_written_is_taken_up_again_without_a_restart()
    {
        using var folder = new TempFolder();
        await using var site = await StartAsync(folder);
        var run = new ImportRun { Id = Guid.CreateVersion7(), State = ImportState.Importing, StartedAt = DateTimeOffset.UtcNow, Sources = [new("export.json", Export.Length)] };
        await StoreAsync(folder, run.Id);
        await using (var session = Host.Store.LightweightSession())
        {
            session.Store(run);
            await session.SaveChangesAsync();
        }
        await Eventually.TrueAsync(async () => await LoadAsync(run.Id) is { State: ImportState.Finished, Counts.Families: 20 }, "it is written");
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
        await Eventually.TrueAsync(() => Task.FromResult(!spool.Holds(left)), "what was left behind is let go");
        Assert.True(spool.Holds(filling));
    }

    private static async Task StoreAsync(TempFolder folder, Guid run)
    {
        using var content = new MemoryStream(Export);
        await new ImportSpool(folder.PathOf("imports")).StoreAsync(run, 0, content, default);
    }

    private Task<IAlbaHost> StartAsync(TempFolder folder) => AlbaHost.For<Program>(builder => builder
        .UseSetting("ConnectionStrings:Postgres", Host.ConnectionString).UseSetting("Sovia:DataDirectory", folder.Path));

    private async Task<ImportRun?> LoadAsync(Guid id)
    {
        await using var session = Host.Store.QuerySession();
        return await session.LoadAsync<ImportRun>(id);
    }
}
