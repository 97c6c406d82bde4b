using CsCheck;
using Sovia.Import;
using Sovia.Tests.Support;

namespace Sovia.Tests.Import;

public sealed class ImportOrderTests(SoviaHost host) : ImportTest(host)
{
    [Fact]
    public void any_order_and_any_split_of_the_same_items_ends_in_the_same_library() =>
        RandomExport.Item.Array[2, 7].SelectMany(items => Gen.Shuffle(items)
            .Select(Gen.Int[0, 100_000], (shuffled, cuts) => (items, shuffled, cuts))).Sample(drawn =>
        {
            var (items, shuffled, cuts) = drawn;
            var first = DumpAsync([items]).GetAwaiter().GetResult();
            var other = DumpAsync(Split(shuffled, new Random(cuts))).GetAwaiter().GetResult();
            Assert.Equal(first, other);
        }, iter: 60, threads: 1, print: drawn => string.Join('\n', drawn.items.Select(Format)) + "\n--\n"
        + string.Join('\n', drawn.shuffled.Select(Format)));

    [Fact]
    public void an_import_that_is_cut_off_anywhere_and_goes_on_ends_in_the_library_of_a_clean_one() =>
        RandomExport.Item.Array[3, 7].Select(Gen.Int[1, 5]).Sample(drawn =>
        {
            var (items, batches) = drawn;
            var clean = DumpAsync([items]).GetAwaiter().GetResult();
            Assert.Equal(clean, ImportInterruptedAsync(items, batches).GetAwaiter().GetResult());
        }, iter: 20, threads: 1);

    private static string Format(ImportableFile file) => $"{file.ModifiedAt:O} {file.Name}";

    private static List<ImportableFile[]> Split(ImportableFile[] items, Random random)
    {
        var runs = new List<ImportableFile[]>();
        for (var at = 0; at < items.Length;)
        {
            var count = random.Next(1, items.Length - at + 1);
            runs.Add(items[at..(at + count)]);
            at += count;
        }
        return runs;
    }

    private async Task<string> DumpAsync(IEnumerable<ImportableFile[]> runs)
    {
        await Host.ResetAsync();
        foreach (var files in runs) await ImportFilesAsync(files);
        return await LibraryDump.ReadAsync(Host.ConnectionString);
    }

    private async Task<string> ImportInterruptedAsync(ImportableFile[] items, int batches)
    {
        await Host.ResetAsync();
        var run = CreateRun(items);
        using var stop = new CancellationTokenSource();
        try
        {
            run = await Importer.RunAsync(run, items, false, new CancelAfterBatches(stop, batches), stop.Token);
        }
        catch (OperationCanceledException)
        {
            await using var session = Host.Store.QuerySession();
            run = (await session.LoadAsync<ImportRun>(run.Id))!;
        }
        if (!run.HasEnded) await Importer.RunAsync(run, items, false, null, default);
        return await LibraryDump.ReadAsync(Host.ConnectionString);
    }
}
