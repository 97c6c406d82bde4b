using Sovia.Media;
using Sovia.Pictures;
using Sovia.Tests.Media.Scanning;
using Sovia.Tests.Support;

namespace Sovia.Tests.Pictures;

public sealed class ScannedPicturesTests(SoviaHost host) : ScanTest(host)
{
    [Fact]
    public async Task only_sound_files_below_a_root_whose_pictures_are_missing_are_queued()
    {
        Draw.Gradient(400, 300).To(GetPath("sound.png"));
        Draw.Cut(Draw.Gradient(500, 300).To(GetPath("cut.png")), 0.5);
        Draw.Gradient(600, 300).To(GetPath("built.png"));
        await ScanAsync();
        using var bench = new PictureBench();
        foreach (var variant in PictureVariant.Widths)
            using (await bench.BuildAsync(Path.Combine(Root, "built.png"), variant.Name)) { }
        var queue = new PictureQueue();
        await using var session = Host.Store.QuerySession();
        Assert.Equal(1, await new QueueMissingPictures(session, Roots, bench.Folder, queue).RunAsync(default));
        await foreach (var source in queue.DequeueAllAsync(default))
        {
            Assert.EndsWith("sound.png", source.Path, StringComparison.Ordinal);
            break;
        }

        // A folder that is no media root any more is not read again.
        var roots = Microsoft.Extensions.DependencyInjection.ActivatorUtilities
            .CreateInstance<AllMediaRoots>(Services, new ConfiguredMediaRoots([Outside]), Uploads);
        Assert.Equal(0, await new QueueMissingPictures(session, roots, bench.Folder, new()).RunAsync(default));
    }

    [Fact]
    public async Task a_file_that_was_found_by_its_name_has_pictures_by_post_and_by_hash()
    {
        var post = Make.Still();
        await StoreAsync(post);
        Draw.Gradient(700, 500).To(GetPath($"somewhere/else/{post.Id}.png"));
        await ScanAsync();
        var file = (await LoadPostAsync(post.Id)).File!;
        using var bench = new PictureBench();
        await using var session = Host.Store.QuerySession();
        var open = new OpenPicture(new(session, new(session, new(new([])), Roots), bench.Hashes), bench.Folder, bench.Build);
        var (picture, _) = (await open.ForPostAsync(post.Id, PictureVariant.Find("256")!, PictureFormat.Webp, default))!.Value;
        using (picture.Bytes) Assert.Equal((null, file.Sha256), (picture.Problem, picture.Key.Sha256));
        var byHash = await open.ByHashAsync(new(file.Sha256, PictureVariant.Find("512")!, PictureFormat.Webp), default);
        using (byHash.Bytes) Assert.Null(byHash.Problem);
    }
}
