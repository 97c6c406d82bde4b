using Microsoft.Extensions.DependencyInjection;
using Sovia.Index.Versions;
using Sovia.Library;
using Sovia.Library.Rebuilding;
using Sovia.Similarity;
using Sovia.Storage;
using Sovia.Tests.Storage.Libraries;
using Sovia.Tests.Support;

namespace Sovia.Tests.Similarity;

/// <summary>The index of a library that changes.</summary>
public sealed class SimilarityFollowingTests(SoviaHost host) : HostTest(host)
{
    private static readonly string Library = CurrentLibrary.DefaultId;

    private readonly Post still = Make.Still(1, "a lighthouse in fog"), other = Make.Still(2, "a lighthouse at dusk");

    private UpdateSimilarityIndex UpdateIndex => Host.Site.Services.GetRequiredService<UpdateSimilarityIndex>();

    private ReadContentChanges Changes => Host.Site.Services.GetRequiredService<ReadContentChanges>();

    [Fact]
    public async Task changes_are_reported_per_family()
    {
        await StoreAsync(still, other);
        var known = await UpdateIndex.RunAsync(Library, null, default);
        Assert.Equal([], (await ReadChangesAsync(known))!);
        var clip = Make.Clip(other, 3, "slow dolly");
        await StoreAsync(clip, Make.Still(4));
        Assert.Equal(2, (await ReadChangesAsync(known))!.Count);
        Assert.Contains(other.Id, (await ReadChangesAsync(known))!);
        await ChangeAsync(new() { Trashed = true }, still.Id);
        await LikeAsync(other.Id);
        Assert.Equal(3, (await ReadChangesAsync(known))!.Count);
        Assert.Contains(still.Id, (await ReadChangesAsync(known))!);
    }

    [Fact]
    public async Task a_gap_in_the_change_log_means_that_any_family_may_have_changed()
    {
        await StoreAsync(still);
        var known = await UpdateIndex.RunAsync(Library, null, default);
        Assert.Null(await ReadChangesAsync(known with { Stamp = "another database's" }));
        Assert.Null(await ReadChangesAsync(known with { Version = known.Version - 1_000_000 }));
        Assert.Null(await ReadChangesAsync(known with { Version = known.Version + 1 }));
        await WithAsync(async (RebuildLibrary rebuildLibrary) => { await rebuildLibrary.RunAsync(false, null, default); return true; });
        await StoreAsync(other);
        Assert.Null(await ReadChangesAsync(known));
        // From there on it goes on family by family.
        var rebuilt = await UpdateIndex.RunAsync(Library, known, default);
        await StoreAsync(Make.Still(5, "a cat"));
        Assert.Single((await ReadChangesAsync(rebuilt))!);
    }

    [Fact]
    public async Task after_any_changes_the_index_equals_a_rebuilt_one()
    {
        await StoreAsync(still, other);
        var known = await UpdateIndex.RunAsync(Library, null, default);
        Assert.Same((await UpdateIndex.RunAsync(Library, known, default)).Index, known.Index);
        var third = Make.Still(3, "fog over a harbour");
        await StoreAsync(third, Make.Clip(other, 4, "fog rolls in"));
        await AssertMatchesRebuildAsync(known = await UpdateIndex.RunAsync(Library, known, default));
        await ChangeAsync(new() { Hidden = true }, other.Id);
        await AssertMatchesRebuildAsync(known = await UpdateIndex.RunAsync(Library, known, default));
        await ChangeAsync(new() { Trashed = true }, still.Id);
        await ChangeAsync(new() { Hidden = false }, other.Id);
        await AssertMatchesRebuildAsync(known = await UpdateIndex.RunAsync(Library, known, default));
        await ChangeAsync(new() { Trashed = false }, still.Id);
        await AssertMatchesRebuildAsync(known = await UpdateIndex.RunAsync(Library, known, default));
        Assert.Equal(3, known.Index.Count);
    }

    [Fact]
    public async Task an_import_and_its_undo_are_followed_within_three_seconds()
    {
        await StoreAsync(still);
        var similarity = Host.Site.Services.GetRequiredService<SimilarityIndexCache>();
        await similarity.GetCurrentAsync(Library, default);
        var reader = TwoLibraries.CreateReader(Host.Site, Library, "anna");
        var run = await reader.ImportAsync("a.json",
            $$"""[{"id":"{{Guid.NewGuid()}}","prompt":"a lighthouse at noon","mediaType":"MEDIA_POST_TYPE_IMAGE","mediaUrl":"https://assets.grok.com/x"}]""");
        await WaitForFamiliesAsync(similarity, 2);
        using (await reader.PostAsync($"/import/{run}", $"/import/{run}?handler=undo")) { }
        await WaitForFamiliesAsync(similarity, 1);
    }

    private async Task<IReadOnlyCollection<Guid>?> ReadChangesAsync(VersionedSimilarityIndex known) =>
        (await Changes.ReadSinceAsync(Library, known.Stamp, known.Version, default)).Families;

    private async Task AssertMatchesRebuildAsync(VersionedSimilarityIndex known)
    {
        var rebuiltIndex = await UpdateIndex.RunAsync(Library, null, default);
        Assert.Equal((rebuiltIndex.Index.Count, rebuiltIndex.Stamp), (known.Index.Count, known.Stamp));
        await foreach (var (facts, texts) in Host.Site.Services.GetRequiredService<ReadFamilyTexts>().ReadAllAsync(Library, default))
        {
            var query = new FamilyTerms(facts, TermExtractor.ExtractFromLines(texts));
            Assert.Equal(rebuiltIndex.Index.FindSimilar(query).SelectScores(), known.Index.FindSimilar(query).SelectScores());
        }
    }

    // Nobody asks in between: the index follows by itself. On a busy machine the three seconds count from when the change is known.
    private async Task WaitForFamiliesAsync(SimilarityIndexCache similarity, int families)
    {
        var versions = Host.Site.Services.GetRequiredService<LibraryStateCache>();
        await Eventually.TrueAsync(async () => (await versions.GetCurrentAsync(Library, default)).Families == families,
            $"the library has {families}");
        var clock = System.Diagnostics.Stopwatch.StartNew();
        await Eventually.TrueAsync(() => Task.FromResult(similarity.Track(Library).Current?.Index.Count == families),
            $"the index has {families}");
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(3), $"{clock.Elapsed}");
    }
}
