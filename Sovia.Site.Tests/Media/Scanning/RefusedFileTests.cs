using Microsoft.Extensions.DependencyInjection;
using Sovia.Library;
using Sovia.Media;
using Sovia.Media.Review;
using Sovia.Tests.Import;
using Sovia.Tests.Metadata;
using Sovia.Tests.Support;

namespace Sovia.Tests.Media.Scanning;

/// <summary>A file that the database refuses is one of many: the scan names it and goes on.</summary>
public sealed class RefusedFileTests(SoviaHost host) : ScanTest(host)
{
    [Fact]
    public async Task a_file_that_the_database_refuses_is_named_and_the_rest_is_recorded()
    {
        var bad = TestMedia.Jpeg();
        Write("bad.jpg", bad);
        for (var file = 0; file < 20; file++) Write($"good/{file}.jpg", TestMedia.Jpeg());
        await using (await RefusingTrigger.CreateAsync(Host.ConnectionString, "mt_doc_mediafile", $"new.id = '{TestMedia.Hash(bad)}'"))
        {
            var report = await ScanAsync();
            Assert.Equal((21, 1), (report.Files, report.Rejected));
            var note = Assert.Single(report.Notes);
            Assert.EndsWith("bad.jpg", note.Path, StringComparison.Ordinal);
            Assert.Contains("54000", note.Reason, StringComparison.Ordinal);
            Assert.Equal(20, (await LoadAllAsync<MediaFile>()).Count);
        }
        // Once it is taken, it comes in like any other.
        Assert.Equal(0, (await ScanAsync()).Rejected);
        Assert.Equal(21, (await LoadAllAsync<MediaFile>()).Count);
    }

    [Fact]
    public async Task a_picture_whose_model_is_longer_than_any_index_takes_is_given_to_its_post()
    {
        var still = Make.Still() with { Model = null, Prompt = null };
        await StoreAsync(still);
        var random = new Random(3);
        var model = string.Concat(Enumerable.Range(0, 4_000).Select(_ => (char)random.Next('a', 'z' + 1)));
        Write($"{still.Id}.png", PngFile.WithText("parameters", $"a heron\nSteps: 20, Sampler: Euler, Seed: 7, Size: 2x3, Model: {model}"));
        Write("nobodys.png", PngFile.WithText("parameters", $"a stork\nSteps: 20, Sampler: Euler, Seed: 8, Size: 2x3, Model: {model}"));
        var report = await ScanAsync();
        Assert.Equal((2, 0), (report.New, report.Rejected));
        Assert.Equal(PostLimits.MaxNameLength, (await LoadPostAsync(still.Id)).Model!.Length);
        var nobodys = Assert.Single(await LoadAllAsync<MediaFile>(), file => file.State == FileState.Unmatched);
        Assert.Equal(PostLimits.MaxNameLength,
            (await LoadPostAsync((await Services.GetRequiredService<CreatePostFromFile>()
                .RunAsync(nobodys.Id, default))!.Value)).Model!.Length);
    }
}
