using Sovia.Downloads.Fetching;
using Sovia.Tests.Support;

namespace Sovia.Tests.Downloads.Fetching;

/// <summary>Downloads delete and overwrite only files that they have written.</summary>
public sealed class ExistingFileTests(SoviaHost host) : DownloadTest(host)
{
    [Fact]
    public async Task a_file_that_the_user_put_in_a_placeholder_s_place_stays()
    {
        var (first, second) = (Clip(FileBytes.Clip(9)), Clip(FileBytes.Clip(9)));
        await DownloadAsync(first);
        var own = FileBytes.Clip(3);
        await File.WriteAllBytesAsync(GetTargetPath(first), own);
        var withdrawn = new List<Guid>();
        Events.PlaceholderRemoved += (post, _) => withdrawn.Add(post);

        await DownloadAsync(second);

        Assert.Equal(own, await File.ReadAllBytesAsync(GetTargetPath(first)));
        Assert.Equal((null, DownloadErrorCode.Placeholder), ((await ProblemOfAsync(first))?.Code, (await ProblemOfAsync(second))?.Code));
        Assert.Empty(withdrawn);
        Assert.Empty(FindUnexpectedFiles(first));
    }

    [Fact]
    public async Task a_file_that_comes_while_another_is_fetched_stays()
    {
        var path = Path.Combine(Root, "a.jpg");
        using (var part = PartFile.Open(path))
        {
            part.SetStart(0, null);
            await part.AppendAsync(FileBytes.Picture(1), default);
            await File.WriteAllBytesAsync(path, FileBytes.Picture(2));
            part.MoveToTarget();
        }
        Assert.Equal(FileBytes.Picture(2), await File.ReadAllBytesAsync(path));
        Assert.Equal([path], Directory.GetFiles(Root));
    }

    [Fact]
    public async Task a_partial_file_of_another_program_is_kept()
    {
        var post = Picture(FileBytes.Picture(1));
        Directory.CreateDirectory(Path.GetDirectoryName(GetTargetPath(post))!);
        await File.WriteAllTextAsync(GetTargetPath(post) + PartFile.Extension, "half of something else");
        await DownloadAsync(post);
        Assert.Equal(FileBytes.Picture(1), await File.ReadAllBytesAsync(GetTargetPath(post)));
        Assert.Equal("half of something else", await File.ReadAllTextAsync(Assert.Single(FindUnexpectedFiles(post))));
    }

    [Fact]
    public async Task an_empty_file_in_the_way_is_moved_and_not_written_over()
    {
        var post = Picture(FileBytes.Picture(1));
        Directory.CreateDirectory(Path.GetDirectoryName(GetTargetPath(post))!);
        await using (var open =
            new FileStream(GetTargetPath(post), FileMode.CreateNew, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete))
        {
            await DownloadAsync(post);
            await open.WriteAsync("written later"u8.ToArray());
        }
        Assert.Equal(FileBytes.Picture(1), await File.ReadAllBytesAsync(GetTargetPath(post)));
        Assert.Equal("written later", await File.ReadAllTextAsync(Assert.Single(FindUnexpectedFiles(post))));
    }

    [Fact]
    public async Task two_posts_with_one_address_have_one_file()
    {
        var first = Clip(FileBytes.Clip(4));
        var second = Clip() with { MediaUrl = first.MediaUrl };
        var run = await DownloadAsync(first, second);
        Assert.Equal((1, 0), (run.Counts.Done, run.Counts.Failed.Count));
        Assert.Equal(FileBytes.Clip(4), await File.ReadAllBytesAsync(GetTargetPath(second)));
        Assert.Single(Server.Requests);
    }
}
