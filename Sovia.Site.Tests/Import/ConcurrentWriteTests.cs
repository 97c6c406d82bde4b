using System.Text;
using Npgsql;
using Sovia.Import;
using Sovia.Library.Writing;
using Sovia.Tests.Support;

namespace Sovia.Tests.Import;

/// <summary>A batch is worked out while the one before it is being written, or while somebody else has the library's turn.</summary>
public sealed class ConcurrentWriteTests(SoviaHost host) : ImportTest(host)
{
    [Fact]
    public async Task concurrent_changes_are_not_overwritten()
    {
        await ImportAsync(Still("a heron"));
        await using var session = Host.Store.LightweightSession();
        await LibraryWriteLock.AcquireAsync(session, default);
        var importing = ImportLaterAsync(1, Still("a grey heron"));
        await Eventually.TrueAsync(HasWaitingLockAsync, "the import waits for its turn");
        // Time to be worked out, which nobody outside can see. On a machine that needs longer it is worked out after the like, and must end
        // the same.
        await Task.Delay(300);
        var changed =
            await LoadPostAsync(A) with
            {
                File =
                new() { Sha256 = new('a', 64), Mime = "image/jpeg", Length = 9, Method = "uuid-in-name" }
            };
        session.Store(changed);
        await RefreshFamilies.RefreshAsync(session, [changed], [], default);
        await session.SaveChangesAsync();

        var run = await importing;

        Assert.Equal((ImportState.Finished, 1), (run.State, run.Counts.Changed));
        var post = await LoadPostAsync(A);
        Assert.Equal((changed.File, "a grey heron"), (post.File, post.Prompt));
        Assert.Equal(changed.File, Assert.Single(await FamiliesAsync()).CoverFile);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task a_family_spread_over_batches_is_the_same_as_in_one_batch(int perBatch)
    {
        // Grandchildren before children before the root, which makes and unmakes stubs and moves roots in every batch.
        string[] items =
        [
            .. Chain.Select((id, at) =>
                $$"""{"id":"{{id}}","mediaType":"video","prompt":"take {{at}}"{{(at == 0 ? "" : $",\"originalPostId\":\"{Chain[at - 1]}\"")}}}""").Reverse(),
            $$"""{"id":"{{Chain[3]}}","mediaType":"video","prompt":"take 3","originalPostId":"{{Chain[2]}}"}""",
        ];
        var text = $"[{string.Join(',', items)}]";
        var once = await ImportAsync(text);
        var dump = await LibraryDump.ReadAsync(Host.ConnectionString);
        await Host.ResetAsync();

        var bytes = Encoding.UTF8.GetBytes(text);
        var run =
            await ImportFilesAsync(new ImportableFile("0.json", bytes.Length, () => new MemoryStream(bytes)) { PostsPerBatch = perBatch });

        Assert.Equal(dump, await LibraryDump.ReadAsync(Host.ConnectionString));
        Assert.Equal((once.Counts.Posts, once.Counts.New, 1), (run.Counts.Posts, run.Counts.New, run.Counts.Families));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task a_batch_that_the_database_has_lost_is_not_passed_over(int batch)
    {
        var text = $$"""[{"id":"{{A}}","mediaType":"image"},{"id":"{{B}}","mediaType":"image"},{"id":"{{C}}","mediaType":"image"}]""";
        var (run, files) = CreateRunWithFiles(text);
        files = [files[0] with { PostsPerBatch = 1 }];
        await using (var session = Host.Store.LightweightSession())
        {
            session.Store(run);
            await session.SaveChangesAsync();
        }

        // As a server does that comes back from a crash before the last commit was on the disk.
        var reportedBatches = 0;
        var losing = new SynchronousProgress(_ =>
        {
            if (++reportedBatches != batch) return;
            using var source = NpgsqlDataSource.Create(Host.ConnectionString);
            foreach (var sql in (string[])[
                "update sovia.mt_doc_importrun set data = jsonb_set(data, '{progress}', '{\"files\": 0, \"items\": 0}')",
                "delete from sovia.run_post", "delete from sovia.mt_doc_post", "delete from sovia.mt_doc_family",
                "delete from sovia.family_index", "delete from sovia.post_index", "delete from sovia.library_version"])
                source.CreateCommand(sql).ExecuteNonQuery();
        });
        await Assert.ThrowsAsync<NpgsqlException>(() => Importer.RunAsync(run, files, dryRun: false, losing, default));

        await using var querySession = Host.Store.QuerySession();
        run = await Importer.RunAsync((await querySession.LoadAsync<ImportRun>(run.Id))!, files, dryRun: false, progress: null, default);
        Assert.Equal(ImportState.Finished, run.State);
        foreach (var id in (string[])[A, B, C]) Assert.NotNull(await LoadPostAsync(id));
        Assert.Equal(3, (await FamiliesAsync()).Count);
    }

    // Runs on the reporting thread, before the import continues.
    private sealed class SynchronousProgress(Action<ImportRun> hear) : IProgress<ImportRun>
    {
        public void Report(ImportRun value) => hear(value);
    }

    private static readonly string[] Chain = [.. Enumerable.Range(1, 8).Select(number => $"aaaaaaaa-0000-4000-8000-00000000000{number}")];

    private static string Still(string prompt) => $$"""[{"id":"{{A}}","mediaType":"image","prompt":"{{prompt}}"}]""";

    private async Task<bool> HasWaitingLockAsync()
    {
        await using var source = NpgsqlDataSource.Create(Host.ConnectionString);
        await using var command = source.CreateCommand("select exists (select from pg_locks where locktype = 'advisory' and not granted)");
        return (bool)(await command.ExecuteScalarAsync())!;
    }
}
