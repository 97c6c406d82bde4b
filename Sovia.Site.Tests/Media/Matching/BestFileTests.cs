using Microsoft.Extensions.DependencyInjection;
using Sovia.Media.Matching;
using Sovia.Media.Scanning;
using Sovia.Metadata.Probing;
using Sovia.Pictures;
using Sovia.Tests.Media.Scanning;
using Sovia.Tests.Pictures;
using Sovia.Tests.Support;

namespace Sovia.Tests.Media.Matching;

/// <summary>Of several files that name a post, the original is its.</summary>
public sealed class BestFileTests(SoviaHost host) : ScanTest(host)
{
    [Theory]
    [InlineData("thumbs/{0}.png", 64, 48)]
    [InlineData("Thumbnails/{0}.png", 64, 48)]
    [InlineData("previews/{0}.png", 320, 240)]
    [InlineData("{0}_thumb.png", 64, 48)]
    [InlineData("{0}-preview.png", 320, 240)]
    [InlineData("other/{0}.png", 320, 240)]
    [InlineData("{0}-upscaled.png", 1280, 960)]
    [InlineData("{0}_edited.png", 640, 480)]
    [InlineData("{0} (1).png", 640, 480)]
    [InlineData("upscaled/{0}.png", 1280, 960)]
    [InlineData("{0}_4x.png", 1280, 960)]
    public async Task the_original_stands_for_its_post_though_another_file_is_heavier(string path, int width, int height)
    {
        var post = Make.Still();
        await StoreAsync(post);
        var original = await File.ReadAllBytesAsync(Draw.Gradient(640, 480).To(GetPath($"{post.Id}.jpg")));
        await CreateLargeFileAsync(GetPath(string.Format(null, path, post.Id)), width, height, original.Length);
        await ScanAsync();
        Assert.Equal((640, 480, TestMedia.Hash(original)), (await LoadPostAsync(post.Id)).File is { } file
            ? (file.Width, file.Height, file.Sha256) : default);
    }

    [Fact]
    public async Task a_damaged_original_gives_way_to_a_sound_copy()
    {
        var post = Make.Still();
        await StoreAsync(post);
        Draw.Cut(Draw.Gradient(640, 480).To(GetPath($"{post.Id}.jpg")), 0.8);
        Draw.Gradient(320, 240).To(GetPath($"{post.Id} (1).jpg"));
        await ScanAsync();
        Assert.Equal((320, false), (await LoadPostAsync(post.Id)).File is { } file ? (file.Width, file.Damaged) : default);
    }

    [Fact]
    public async Task when_the_original_goes_the_next_best_takes_its_place_and_gives_it_back()
    {
        var post = Make.Still();
        await StoreAsync(post);
        var original = Draw.Gradient(640, 480).To(GetPath($"{post.Id}.jpg"));
        Draw.Gradient(64, 48).To(GetPath($"thumbs/{post.Id}.png"));
        await ScanAsync();
        var bytes = await File.ReadAllBytesAsync(original);
        File.Delete(original);
        await ScanAsync();
        Assert.Equal((64, false), (await LoadPostAsync(post.Id)).File is { } small ? (small.Width, small.Missing) : default);
        await File.WriteAllBytesAsync(original, bytes);
        await ScanAsync();
        Assert.Equal(640, (await LoadPostAsync(post.Id)).File!.Width);
    }

    [Fact]
    public async Task an_existing_library_decides_anew()
    {
        var post = Make.Still();
        await StoreAsync(post);
        Draw.Gradient(640, 480).To(GetPath($"{post.Id}.jpg"));
        Draw.Gradient(64, 48).To(GetPath($"thumbs/{post.Id}.png"));
        await ScanAsync();
        await using (var session = Host.Store.LightweightSession())
        {
            foreach (var file in await LoadAllAsync<Sovia.Media.MediaFile>())
                session.Store(file with { Properties = file.Properties! with { Version = 3 } });
            var now = await LoadPostAsync(post.Id);
            session.Store(now with { File = now.File! with { Sha256 = new('a', 64), Width = 64, Height = 48 } });
            await session.SaveChangesAsync();
        }
        await ActivatorUtilities.CreateInstance<ReprobeFiles>(Services, new MediaProbe(SoundnessProbe.Tools), Roots, new PictureQueue())
            .RunAsync(default);
        Assert.Equal(640, (await LoadPostAsync(post.Id)).File!.Width);
    }

    [Theory]
    [InlineData("{0}.jpg", (int)FileNameQuality.Exact)]
    [InlineData("a/{0}/content", (int)FileNameQuality.Exact)]
    [InlineData("https_/assets.grok.com/users/u/generated/{0}/preview_image.jpg", (int)FileNameQuality.Small)]
    [InlineData("https_/assets.grok.com/users/u/generated/{0}/image.jpg", (int)FileNameQuality.Exact)]
    [InlineData("grok-image-{0}.jpg", (int)FileNameQuality.Plain)]
    [InlineData("{0} (2).jpg", (int)FileNameQuality.Plain)]
    [InlineData("{0} - Copy.jpg", (int)FileNameQuality.Plain)]
    [InlineData("{0}_video_2_HD.mp4", (int)FileNameQuality.Plain)]
    [InlineData("{0}-final.jpg", (int)FileNameQuality.Edited)]
    [InlineData("upscaled-{0}.jpg", (int)FileNameQuality.Edited)]
    [InlineData("{0}_thumbnail.jpg", (int)FileNameQuality.Small)]
    [InlineData(".thumbnails/{0}.jpg", (int)FileNameQuality.Small)]
    public void a_name_says_how_near_it_is_to_the_original(string path, int expected) =>
        Assert.Equal((FileNameQuality)expected, FileNameClassifier.Classify(string.Format(null, path, Guid.NewGuid())));

    // A picture of few pixels and more bytes than the original has: what follows it does not count.
    private static async Task CreateLargeFileAsync(string path, int width, int height, int bytes)
    {
        Draw.Gradient(width, height).To(path);
        await using var file = new FileStream(path, FileMode.Append);
        await file.WriteAsync(new byte[bytes]);
    }
}
