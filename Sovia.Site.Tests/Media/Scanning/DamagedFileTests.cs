using Microsoft.Extensions.DependencyInjection;
using Sovia.Downloads;
using Sovia.Downloads.Overview;
using Sovia.Library;
using Sovia.Library.Browsing;
using Sovia.Media;
using Sovia.Media.Scanning;
using Sovia.Metadata.Probing;
using Sovia.Pictures;
using Sovia.Query;
using Sovia.Query.Lists;
using Sovia.Tests.Pictures;
using Sovia.Tests.Support;

namespace Sovia.Tests.Media.Scanning;

/// <summary>A post is safe only with a whole file.</summary>
public sealed class DamagedFileTests(SoviaHost host) : ScanTest(host)
{
    [Fact]
    public async Task a_post_with_a_cut_picture_is_damaged_and_wanted_again()
    {
        var (cut, whole) = (Make.Still(), Make.Still());
        await StoreAsync(cut, whole);
        Draw.Cut(Draw.Gradient(200, 100).To(GetPath($"{cut.Id}.jpg")), 0.7);
        Draw.Gradient(100, 200).To(GetPath($"{whole.Id}.png"));
        await ScanAsync();

        Assert.Equal((FileStatus.Damaged, FileStatus.Safe), ((await LoadPostAsync(cut.Id)).Safety, (await LoadPostAsync(whole.Id)).Safety));
        Assert.Equal([cut.Id], await SearchAsync("is:damaged"));
        Assert.Equal([whole.Id], await SearchAsync("is:safe"));
        Assert.Equal([cut.Id], await SearchAsync("is:missing"));
        var summary = await WithAsync<ReadMediaSummary, MediaSummary>(read => read.RunAsync(default));
        Assert.Equal((1, 1, 2), (summary.Safe, summary.Damaged, summary.Total));
        Assert.Equal([(MissingReason.Damaged, 1L)], summary.ByReason);
        var page = await WithAsync<ReadMissingPosts, MissingPostsPage>(read =>
            read.ReadPageAsync(new(Reason: MissingReason.Damaged), null, 10, default));
        Assert.Equal([(cut.Id, MissingReason.Damaged)], page.Posts.Select(missing => (missing.Post.Id, missing.Reason)));
        Assert.Equal([cut.Id], Wanted(await LoadPostAsync(cut.Id), await LoadPostAsync(whole.Id)));
    }

    [Fact]
    public async Task a_whole_copy_makes_it_safe_and_the_damaged_one_is_not_written_over()
    {
        var post = Make.Still();
        post = post with { MediaUrl = $"https://imagine-public.x.ai/imagine-public/images/{post.Id}.jpg" };
        await StoreAsync(post);
        var place = GetPath(post.MediaUrl!.Replace("https://", "https_/", StringComparison.Ordinal));
        var damaged = await File.ReadAllBytesAsync(Draw.Cut(Draw.Gradient(200, 100).To(place), 0.7));
        await ScanAsync();
        var media = new MediaFileLocator(new([Root]));
        var missingFile = Assert.Single(MissingFileSelector.ForPost(await LoadPostAsync(post.Id), [DownloadRole.Media], media.HasMedia,
            media.Contains));
        Assert.NotEqual(place, Path.Combine(Root, missingFile.Target));

        Draw.Gradient(200, 100).To(GetPath(missingFile.Target));
        await ScanAsync();
        Assert.Equal((FileStatus.Safe, false), ((await LoadPostAsync(post.Id)).Safety, (await SearchAsync("is:damaged")).Count > 0));
        Assert.Equal(damaged, await File.ReadAllBytesAsync(place));
    }

    [Fact]
    public async Task a_page_saved_under_a_pictures_name_is_wanted_again()
    {
        var post = Make.Still();
        post = post with { MediaUrl = $"https://imagine-public.x.ai/imagine-public/images/{post.Id}.jpg" };
        await StoreAsync(post);
        await File.WriteAllTextAsync(GetPath(post.MediaUrl!.Replace("https://", "https_/", StringComparison.Ordinal)),
            "<!doctype html><title>Just a moment</title>");
        await ScanAsync();
        var media = new MediaFileLocator(new([Root]));
        Assert.Equal(FileStatus.Missing, (await LoadPostAsync(post.Id)).Safety);
        Assert.EndsWith(".again.jpg",
            Assert.Single(MissingFileSelector.ForPost(await LoadPostAsync(post.Id), [DownloadRole.Media], media.HasMedia, media.Contains))
                .Target,
            StringComparison.Ordinal);
    }

    [FactWithFfmpeg]
    public async Task a_clip_that_cannot_be_watched_to_its_end_is_found_after_the_scan_and_once()
    {
        var still = Make.Still();
        var clip = Make.Clip(still);
        await StoreAsync(still, clip);
        var path = await Draw.ClipAsync(GetPath($"{clip.Id}.mp4"));
        var bytes = await File.ReadAllBytesAsync(path);
        new Random(1).NextBytes(bytes.AsSpan(bytes.Length / 2, 900));
        await File.WriteAllBytesAsync(path, bytes);
        await ScanAsync();
        Assert.Equal((FileStatus.Safe, true),
            ((await LoadPostAsync(clip.Id)).Safety, Assert.Single(await LoadAllAsync<MediaFile>()).NeedsFullDecode));

        Assert.Equal(1, await WatchAsync());
        Assert.Equal(FileStatus.Damaged, (await LoadPostAsync(clip.Id)).Safety);
        Assert.Equal([clip.Id], await SearchAsync("is:damaged"));
        Assert.Null(Assert.Single(await LoadAllAsync<MediaFile>()).NeedsFullDecode);
        Assert.Equal(0, await WatchAsync());
    }

    [Fact]
    public async Task a_library_from_before_files_were_checked_is_checked_once()
    {
        var post = Make.Still();
        await StoreAsync(post);
        Draw.Cut(Draw.Gradient(200, 100).To(GetPath($"{post.Id}.jpg")), 0.7);
        await ScanAsync();
        var file = Assert.Single(await LoadAllAsync<MediaFile>());
        await using (var session = Host.Store.LightweightSession())
        {
            session.Store(file with
            {
                Damage = null,
                Problem = null,
                Properties = file.Properties! with { Damage = null, Problem = null, ThumbHash = "t", Version = 3 }
            });
            session.Store((await LoadPostAsync(post.Id)) with { File = (await LoadPostAsync(post.Id)).File! with { Damaged = false } });
            await session.SaveChangesAsync();
        }
        Assert.Equal(FileStatus.Safe, (await LoadPostAsync(post.Id)).Safety);

        Assert.Equal(1, await ReprobeAsync());
        Assert.Equal(FileStatus.Damaged, (await LoadPostAsync(post.Id)).Safety);
        Assert.Equal(0, await ReprobeAsync());
    }

    private static IEnumerable<Guid> Wanted(params Post[] posts) =>
        posts.SelectMany(post => MissingFileSelector.ForPost(post, [DownloadRole.Media], (_, _) => true))
        .Select(missingFile => missingFile.PostId);

    private async Task<IReadOnlyList<Guid>> SearchAsync(string search)
    {
        var list = ResolvedQuery.From(LibraryQuery.Parse($"unit=post&search={Uri.EscapeDataString(search)}", Make.Start).Query);
        return [.. (await WithAsync<BrowseLibrary, FamilyPage>(browse =>
            browse.ReadPageAsync(list, Sovia.Library.Browsing.PagePosition.Top, default))).Families.Select(family => family.CoverId)];
    }

    // The site's own watch may be at it, which does not know this root.
    private async Task<int> WatchAsync()
    {
        for (var deadline = DateTime.UtcNow.AddSeconds(20); ; await Task.Delay(20))
            if (await ActivatorUtilities.CreateInstance<FindDamagedVideos>(Services, Roots).RunAsync(default) is var found
                && (found > 0 || DateTime.UtcNow > deadline
                || (await LoadAllAsync<MediaFile>()).All(file => file.NeedsFullDecode is null))) return found;
    }

    private Task<int> ReprobeAsync() =>
        ActivatorUtilities.CreateInstance<ReprobeFiles>(Services, new MediaProbe(SoundnessProbe.Tools), Roots, new PictureQueue())
        .RunAsync(default);
}
