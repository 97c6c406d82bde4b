using Sovia.Import.Previews;
using Sovia.Tests.Support;

namespace Sovia.Tests.Import.Previews;

/// <summary>What a preview tells beyond the counts.</summary>
public sealed class ImportPreviewBuilderTests(SoviaHost host) : PreviewTest(host)
{
    private const string Me = "11111111-0000-4000-8000-000000000001";
    private const string Other = "22222222-0000-4000-8000-000000000002";

    private static string Still(string id, string owner = Me, string host = "assets.grok.com", string children = "") =>
        $$"""{"id":"{{id}}","userId":"{{owner}}","prompt":"words of {{id}}","mediaType":"image","mediaUrl":"https://{{host}}/x/{{id}}/content","childPosts":[{{children}}]}""";

    private static string Clip(string id, string parent) =>
        $$"""{"id":"{{id}}","userId":"{{Me}}","mediaType":"video","mediaUrl":"https://imagine-public.x.ai/share-videos/{{id}}.mp4","originalPostId":"{{parent}}"}""";

    [Fact]
    public async Task new_families_are_told_from_new_videos_of_known_ones()
    {
        await ImportAsync($"[{Still(A)}]");
        // B hangs on A by way of C, and C came later in the list than B.
        var preview = await PreviewAsync($"[{Clip(B, C)},{Still(A, children: Clip(C, A))},{Still(D)}]");
        Assert.Equal((1, 2), (preview.NewFamilies, preview.NewVideosInKnownFamilies));
    }

    [Fact]
    public async Task families_that_two_batches_have_a_part_of_are_counted_once()
    {
        var (run, files) = CreateRunWithFiles($"[{Still(A)},{Still(D)},{Clip(B, A)},{Clip(C, A)}]");
        files = [files[0] with { PostsPerBatch = 2 }];
        Assert.Equal(2, (await Importer.RunAsync(run, files, dryRun: true, progress: null, default)).Counts.Families);
        Assert.Equal(2, (await Importer.RunAsync(run, files, dryRun: false, progress: null, default)).Counts.Families);
    }

    [Fact]
    public async Task owners_are_counted_and_the_rest_stays_unnamed()
    {
        var preview = await PreviewAsync($$"""[{{Still(A)}},{{Still(B)}},{{Still(C, Other)}},{"id":"{{D}}"}]""");
        Assert.Equal([new(Guid.Parse(Me), 2), new(Guid.Parse(Other), 1), new(null, 1)], preview.Owners);
        var many =
            await PreviewAsync(
                $"[{string.Join(',', Enumerable.Range(0, 20).Select(_ => Still(Guid.NewGuid().ToString(), Guid.NewGuid().ToString())))}]");
        Assert.Equal(ImportPreview.MaxNamedOwners, many.Owners.Count);
        Assert.Equal((20, true), (many.Owners.Sum(owner => owner.Posts), many.Owners[^1].Others));
    }

    [Fact]
    public async Task bytes_are_here_or_come_along_or_lie_where_they_can_be_had()
    {
        var here = Make.Still() with
        {
            Id = Guid.Parse(A),
            RootId = Guid.Parse(A),
            File = new() { Sha256 = new('0', 64), Length = 1, Mime = "image/jpeg", Method = "uuid-in-name" }
        };
        await StoreAsync(here);
        var preview = await PreviewAsync($$"""[{{Still(A)}},{{Still(B)}},{{Still(C, host: "imagine-public.x.ai")}},{"id":"{{D}}"}]""");
        Assert.Equal(new PreviewMedia { Saved = 1, SignInRequired = 1, Public = 1, WithoutUrl = 1 }, preview.Media);
        Assert.Equal(3, preview.Media.Missing);
    }

    [Fact]
    public async Task cards_show_what_is_new_and_no_more_than_a_dozen()
    {
        await ImportAsync($"[{Still(A)}]");
        var preview = await PreviewAsync($"[{Still(A)},{Still(B, children: Clip(C, B))}]");
        var card = Assert.Single(preview.Cards);
        Assert.Equal((Guid.Parse(B), $"words of {B}", 1), (card.Id, card.Prompt, card.Videos));
        Assert.Equal(ImportPreview.MaxCards, (await PreviewAsync(SyntheticExport.Json(families: 40, seed: 1))).Cards.Count);
    }

    [Fact]
    public async Task a_circle_of_parents_is_told_and_not_walked_for_ever()
    {
        var preview = await PreviewAsync($"[{Clip(A, B)},{Clip(B, C)},{Clip(C, A)}]");
        Assert.Equal(3, preview.Media.Public);
    }
}
