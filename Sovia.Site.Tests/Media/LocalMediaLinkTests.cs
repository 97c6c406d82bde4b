using System.Diagnostics;
using Sovia.Media;

namespace Sovia.Tests.Media;

public sealed class LocalMediaLinkTests : IDisposable
{
    private const string Url = "https://h/a/content";

    private readonly MediaFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void a_link_to_a_file_outside_the_root_is_refused()
    {
        var secret = folder.Write(Path.Combine(folder.Outside, "secret"));
        File.CreateSymbolicLink(folder.GetPath("https_/h/a/content"), secret);
        Assert.False(folder.Media.Contains(Url, null));
    }

    [Fact]
    public void a_linked_folder_outside_the_root_is_refused()
    {
        folder.Write(Path.Combine(folder.Outside, "content"));
        Directory.CreateSymbolicLink(folder.GetPath("https_/h/a"), folder.Outside);
        Assert.False(folder.Media.Contains(Url, null));
    }

    [Fact]
    public void a_link_that_climbs_out_through_another_link_is_refused()
    {
        // The kernel resolves "hop/.." from where hop leads to; by its letters the path would stay inside.
        folder.Write(Path.Combine(folder.Outside, "deep", "x"));
        folder.Write(Path.Combine(folder.Outside, "content"));
        folder.Write("https_/h/content", "inside");
        Directory.CreateSymbolicLink(folder.GetPath("https_/h/hop"), Path.Combine(folder.Outside, "deep"));
        File.CreateSymbolicLink(folder.GetPath("https_/h/a/content"), Path.Combine("..", "hop", "..", "content"));
        Assert.False(folder.Media.Contains(Url, null));
    }

    [Fact]
    public void a_link_to_a_sibling_whose_name_merely_begins_like_the_root_is_refused()
    {
        var sibling = Directory.CreateDirectory(folder.Root + "-private").FullName;
        File.CreateSymbolicLink(folder.GetPath("https_/h/a/content"), folder.Write(Path.Combine(sibling, "secret")));
        Assert.False(folder.Media.Contains(Url, null));
    }

    [Fact]
    public void a_link_that_stays_inside_is_followed()
    {
        var kept = folder.Write("kept/picture");
        File.CreateSymbolicLink(folder.GetPath("https_/h/a/content"), Path.Combine("..", "..", "..", "kept", "picture"));
        Assert.Equal(kept, folder.Media.Find(Url, null)!.FullPath);
    }

    [Fact]
    public void a_root_that_is_itself_a_link_is_one_s_own_choice()
    {
        folder.Write("https_/h/a/content");
        var root = Directory.CreateSymbolicLink(Path.Combine(folder.Outside, "root"), folder.Root).FullName;
        Assert.True(new MediaFileLocator(new([root])).Contains(Url, null));
    }

    [Fact]
    public void links_that_run_in_a_circle_or_nowhere_are_no_fault()
    {
        File.CreateSymbolicLink(folder.GetPath("https_/h/a/content"), folder.GetPath("https_/h/a/content.jpg"));
        File.CreateSymbolicLink(folder.GetPath("https_/h/a/content.jpg"), folder.GetPath("https_/h/a/content"));
        File.CreateSymbolicLink(folder.GetPath("https_/h/b"), "gone");
        Assert.False(folder.Media.Contains(Url, "image/jpeg"));
        Assert.False(folder.Media.Contains("https://h/b", null));
    }

    [Theory]
    [InlineData("/dev/zero")]
    [InlineData("/dev/stdin")]
    [InlineData("/proc/self/environ")]
    public void a_device_is_refused(string device)
    {
        File.CreateSymbolicLink(folder.GetPath("https_/h/a/content"), device);
        Assert.False(folder.Media.Contains(Url, null));
    }

    [Fact]
    public async Task a_pipe_is_refused_and_not_waited_for()
    {
        using var made = Process.Start("mkfifo", [folder.GetPath("https_/h/a/content")]);
        await made.WaitForExitAsync();
        Assert.Equal(0, made.ExitCode);
        Assert.False(await Task.Run(() => folder.Media.Contains(Url, null)).WaitAsync(TimeSpan.FromSeconds(10)));
    }
}
