using System.Diagnostics;
using Sovia.MediaFiles;

namespace Sovia.Tests.MediaFiles;

public sealed class LocalMediaLinkTests : IDisposable
{
    private const string Url = "https://h/a/content";

    private readonly MediaFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void a_link_to_a_file_outside_the_root_is_refused()
    {
        var secret = _folder.Write(Path.Combine(_folder.Outside, "secret"));
        File.CreateSymbolicLink(_folder.Place("https_/h/a/content"), secret);
        Assert.False(_folder.Media.Has(Url, null));
    }

    [Fact]
    public void a_linked_folder_outside_the_root_is_refused()
    {
        _folder.Write(Path.Combine(_folder.Outside, "content"));
        Directory.CreateSymbolicLink(_folder.Place("https_/h/a"), _folder.Outside);
        Assert.False(_folder.Media.Has(Url, null));
    }

    [Fact]
    public void a_link_that_climbs_out_through_another_link_is_refused()
    {
        // The kernel resolves "hop/.." from where hop leads to; by its letters the path would stay inside.
        _folder.Write(Path.Combine(_folder.Outside, "deep", "x"));
        _folder.Write(Path.Combine(_folder.Outside, "content"));
        _folder.Write("https_/h/content", "inside");
        Directory.CreateSymbolicLink(_folder.Place("https_/h/hop"), Path.Combine(_folder.Outside, "deep"));
        File.CreateSymbolicLink(_folder.Place("https_/h/a/content"), Path.Combine("..", "hop", "..", "content"));
        Assert.False(_folder.Media.Has(Url, null));
    }

    [Fact]
    public void a_link_to_a_sibling_whose_name_merely_begins_like_the_root_is_refused()
    {
        var sibling = Directory.CreateDirectory(_folder.Root + "-private").FullName;
        File.CreateSymbolicLink(_folder.Place("https_/h/a/content"), _folder.Write(Path.Combine(sibling, "secret")));
        Assert.False(_folder.Media.Has(Url, null));
    }

    [Fact]
    public void a_link_that_stays_inside_is_followed()
    {
        var kept = _folder.Write("kept/picture");
        File.CreateSymbolicLink(_folder.Place("https_/h/a/content"), Path.Combine("..", "..", "..", "kept", "picture"));
        Assert.Equal(kept, _folder.Media.Find(Url, null)!.FullPath);
    }

    [Fact]
    public void a_root_that_is_itself_a_link_is_one_s_own_choice()
    {
        _folder.Write("https_/h/a/content");
        var root = Directory.CreateSymbolicLink(Path.Combine(_folder.Outside, "root"), _folder.Root).FullName;
        Assert.True(new LocalMedia(new([root])).Has(Url, null));
    }

    [Fact]
    public void links_that_run_in_a_circle_or_nowhere_are_no_fault()
    {
        File.CreateSymbolicLink(_folder.Place("https_/h/a/content"), _folder.Place("https_/h/a/content.jpg"));
        File.CreateSymbolicLink(_folder.Place("https_/h/a/content.jpg"), _folder.Place("https_/h/a/content"));
        File.CreateSymbolicLink(_folder.Place("https_/h/b"), "gone");
        Assert.False(_folder.Media.Has(Url, "image/jpeg"));
        Assert.False(_folder.Media.Has("https://h/b", null));
    }

    [Theory]
    [InlineData("/dev/zero")]
    [InlineData("/dev/stdin")]
    [InlineData("/proc/self/environ")]
    public void a_device_is_refused(string device)
    {
        File.CreateSymbolicLink(_folder.Place("https_/h/a/content"), device);
        Assert.False(_folder.Media.Has(Url, null));
    }

    [Fact]
    public async Task a_pipe_is_refused_and_not_waited_for()
    {
        using var made = Process.Start("mkfifo", [_folder.Place("https_/h/a/content")]);
        await made.WaitForExitAsync();
        Assert.Equal(0, made.ExitCode);
        Assert.False(await Task.Run(() => _folder.Media.Has(Url, null)).WaitAsync(TimeSpan.FromSeconds(10)));
    }
}
