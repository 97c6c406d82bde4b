using CsCheck;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using Sovia.Import;
using Sovia.Media;
using Sovia.Tests.Pictures;
using Sovia.Tests.Support;

namespace Sovia.Tests.Import;

public sealed class UndoTests(SoviaHost host) : ImportTest(host)
{
    private UndoImport Undo => Host.Site.Services.GetRequiredService<UndoImport>();

    [Fact]
    public void an_undo_restores_the_library_as_it_was_without_the_run() =>
        RandomExport.Item.Array[1, 3].Array[1, 4].Select(Gen.Int[0, 3]).Sample(drawn =>
        {
            var (runs, which) = drawn;
            which %= runs.Length;
            Assert.Equal(DumpAsync(runs.Where((_, i) => i != which), undo: -1).GetAwaiter().GetResult(), DumpAsync(runs, which).GetAwaiter()
                .GetResult());
        }, iter: 40, threads: 1, print: drawn => $"undo {drawn.Item2 % drawn.Item1.Length}\n"
        + string.Join("\n--\n", drawn.Item1.Select(run => string.Join('\n', run.Select(file => $"{file.ModifiedAt:O} {file.Name}")))));

    [Fact]
    public async Task data_of_a_later_import_survives_an_undo()
    {
        var first = await ImportLaterAsync(0, $$"""[{"id":"{{A}}","prompt":"a heron","title":"t","childPosts":[{"id":"{{B}}"}]}]""");
        await ImportLaterAsync(1, $$"""[{"id":"{{A}}","prompt":"a stork"}]""");
        var plan = await Undo.RunAsync(first.Id, leavesEdited: false, default);
        Assert.Equal((null, B, A), (plan.Refusal, Assert.Single(plan.Removed).ToString(), Assert.Single(plan.Restored).ToString()));
        var post = await LoadPostAsync(A);
        Assert.Equal(("a stork", null), (post.Prompt, post.Title));
        Assert.Null(await LoadPostAsync(B));
        Assert.Equal(0, Assert.Single(await FamiliesAsync()).Videos);
    }

    [Fact]
    public async Task undone_twice_it_is_undone_once_and_imported_again_it_is_back()
    {
        var json = SyntheticExport.Json(families: 12, seed: 6);
        var run = await ImportAsync(json);
        var dump = await LibraryDump.ReadAsync(Host.ConnectionString);
        Assert.Equal(run.Counts.Posts, (await Undo.RunAsync(run.Id, false, default)).Removed.Count);
        Assert.Equal("", await LibraryDump.ReadAsync(Host.ConnectionString));
        Assert.Empty((await Undo.RunAsync(run.Id, false, default)).Removed);
        Assert.Equal(run.Counts.Posts, (await ImportAsync(json)).Counts.New);
        Assert.Equal(dump, await LibraryDump.ReadAsync(Host.ConnectionString));
    }

    [Fact]
    public async Task a_run_whose_post_was_given_a_file_by_hand_is_undone_only_without_it()
    {
        var run = await ImportAsync($$"""[{"id":"{{A}}"},{"id":"{{B}}"}]""");
        await MatchFileByHandAsync(Guid.Parse(A));
        var plan = await Undo.RunAsync(run.Id, leavesEdited: false, default);
        Assert.NotNull(plan.Refusal);
        Assert.Equal(A, Assert.Single(plan.Kept).Id.ToString());
        Assert.Equal(2, (await FamiliesAsync()).Count);
        Assert.Null((await Undo.RunAsync(run.Id, leavesEdited: true, default)).Refusal);
        Assert.Equal(A, Assert.Single(await FamiliesAsync()).Id.ToString());
    }

    [Fact]
    public async Task a_run_that_is_under_way_is_not_undone()
    {
        var (run, _) = CreateRunWithFiles("[]");
        await using (var session = Host.Store.LightweightSession())
        {
            session.Store(run);
            await session.SaveChangesAsync();
        }
        Assert.NotNull((await Undo.RunAsync(run.Id, true, default)).Refusal);
        Assert.NotNull((await Undo.RunAsync(Guid.NewGuid(), true, default)).Refusal);
    }

    [Fact]
    public async Task an_interrupted_undo_resumes_on_the_next_request()
    {
        var files =
            new[] { new ImportableFile("a.json", 3, () => new MemoryStream(TestArchives.Bytes(SyntheticExport.Json(families: 6, seed: 3))))
                { PostsPerBatch = 4 } };
        var run = await ImportFilesAsync(files);
        await using var session = Host.Store.LightweightSession();
        var batches = await ImportedRecordStore.ListBatchesAsync(session, run.Id, default);
        Assert.InRange(batches.Count, 3, 100);
        session.Store(run with { State = ImportState.Undoing, Undo = new() { RequestedAt = run.StartedAt, PreviousState = run.State } });
        await session.SaveChangesAsync();
        using var stop = new CancellationTokenSource();
        var undoing = Undo.RunAsync(run.Id, false, stop.Token);
        await Eventually.TrueAsync(async () =>
        {
            await using var look = Host.Store.QuerySession();
            return (await look.LoadAsync<ImportRun>(run.Id))!.Undo is { UndoneBatches: > 0 };
        }, "one batch is undone");
        await stop.CancelAsync();
        try { await undoing; } catch (OperationCanceledException) { }
        await Undo.RunAsync(run.Id, false, default);
        Assert.Equal("", await LibraryDump.ReadAsync(Host.ConnectionString));
        await using var after = Host.Store.QuerySession();
        var undone = (await after.LoadAsync<ImportRun>(run.Id))!;
        Assert.Equal((ImportState.Undone, run.Counts.Posts, batches.Count),
            (undone.State, undone.Undo!.Removed, undone.Undo.UndoneBatches));
    }

    [Fact]
    public async Task words_that_wait_to_be_counted_are_counted_at_the_end_of_an_undo()
    {
        var run = await ImportAsync($$"""[{"id":"{{A}}"}]""");
        var source = Host.Site.Services.GetRequiredService<Npgsql.NpgsqlDataSource>();
        await using (var waiting =
            source.CreateCommand(
                "insert into sovia.library_word_change (tenant_id, words, rows) values ('*DEFAULT*', '{heron,stork}', '{2,0}')"))
            await waiting.ExecuteNonQueryAsync();
        await Undo.RunAsync(run.Id, false, default);
        await using var counted =
            source.CreateCommand(
                "select string_agg(word || rows, ' ') || (select count(*) from sovia.library_word_change) from sovia.library_word");
        Assert.Equal("heron20", await counted.ExecuteScalarAsync());
    }

    [Fact]
    public async Task a_run_of_an_earlier_version_cannot_be_undone_and_says_why()
    {
        var run = await ImportAsync($$"""[{"id":"{{A}}"}]""");
        await using var command = Host.Site.Services.GetRequiredService<Npgsql.NpgsqlDataSource>()
            .CreateCommand("truncate sovia.run_statement");
        await command.ExecuteNonQueryAsync();
        Assert.Contains("didn't record", (await Undo.RunAsync(run.Id, false, default)).Refusal, StringComparison.Ordinal);
        Assert.NotNull(await LoadPostAsync(A));
    }

    [Fact]
    public async Task files_of_posts_that_go_stay_and_are_listed_for_review()
    {
        using var folder = new TempFolder();
        var jpeg = await File.ReadAllBytesAsync(Draw.Gradient(40, 30).To(folder.PathOf("a.jpg")));
        var zip = TestArchives.Zip(($"images/{A}.jpg", jpeg), ("posts.json", TestArchives.Bytes($$"""[{"id":"{{A}}","mediaType":"image"}]""")));
        ImportableFile[] files = [new("handed over", zip.Length, () => new MemoryStream(zip))];
        var run = await Importer.RunAsync(CreateRun(files), files, false, null, default);
        Assert.NotNull((await LoadPostAsync(A)).File);
        await Undo.RunAsync(run.Id, false, default);
        await using var session = Host.Store.QuerySession();
        Assert.Equal(FileState.Unmatched, Assert.Single(await session.Query<MediaFile>().ToListAsync()).State);
        Assert.Empty(await session.Query<FileMatch>().ToListAsync());
    }

    private async Task<string> DumpAsync(IEnumerable<ImportableFile[]> runs, int undo)
    {
        await Host.ResetAsync();
        var done = new List<ImportRun>();
        foreach (var files in runs) done.Add(await ImportFilesAsync(files));
        if (undo >= 0) Assert.Null((await Undo.RunAsync(done[undo].Id, false, default)).Refusal);
        return await LibraryDump.ReadAsync(Host.ConnectionString);
    }
}
