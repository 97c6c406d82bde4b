using Sovia.Media;

namespace Sovia.Tests.Media;

public sealed class MediaFileLocatorTests : IDisposable
{
    private const string Url = "https://h/a/content";

    private readonly MediaFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void a_file_at_its_place_is_found_with_its_length()
    {
        var path = folder.Write("https_/h/a/content", "12345");
        var file = folder.Media.Find(Url, null);
        Assert.Equal((path, 5, File.GetLastWriteTimeUtc(path)), (file!.FullPath, file.Length, file.ModifiedAt.UtcDateTime));
        Assert.Equal(TimeSpan.Zero, file.ModifiedAt.Offset);
    }

    [Theory]
    [InlineData("https_/h/a/content.jpg", Url)]
    [InlineData("https_/h/a b.png", "https://h/a%20b.png")]
    [InlineData("https_/h/a%20b.png", "https://h/a%20b.png")]
    [InlineData("https_/h/写真 é.png", "https://h/%E5%86%99%E7%9C%9F%20%C3%A9.png")]
    [InlineData("https_/h/写真.png", "https://h/写真.png")]
    [InlineData("https_/h/$(x) 'y' \"z\" <b>&.png", "https://h/$(x)%20'y'%20%22z%22%20%3Cb%3E&.png")]
    public void a_file_is_found_however_its_name_was_written(string path, string url)
    {
        folder.Write(path);
        Assert.True(folder.Media.Contains(url, "image/jpeg"));
    }

    [Fact]
    public void the_exact_name_wins_over_one_with_an_extension()
    {
        folder.Write("https_/h/a/content.jpg", "longer bytes");
        var exact = folder.Write("https_/h/a/content", "bytes");
        Assert.Equal(exact, folder.Media.Find(Url, "image/jpeg")!.FullPath);
    }

    [Fact]
    public void a_file_that_arrives_later_is_found_without_a_restart()
    {
        var media = folder.Media;
        Assert.False(media.Contains(Url, null));
        folder.Write("https_/h/a/content");
        Assert.True(media.Contains(Url, null));
    }

    [Fact]
    public void the_first_root_that_holds_a_file_wins()
    {
        using var other = new MediaFolder();
        other.Write("https_/h/a/content");
        var media = new MediaFileLocator(new([folder.Root, other.Root]));
        Assert.StartsWith(other.Root, media.Find(Url, null)!.FullPath, StringComparison.Ordinal);
        folder.Write("https_/h/a/content");
        Assert.StartsWith(folder.Root, media.Find(Url, null)!.FullPath, StringComparison.Ordinal);
    }

    [Fact]
    public void a_root_that_is_not_there_holds_nothing() =>
    Assert.False(new MediaFileLocator(new([Path.Combine(folder.Root, "gone")])).Contains(Url, null));

    [Fact]
    public void a_root_that_is_a_file_holds_nothing() =>
        Assert.False(new MediaFileLocator(new([folder.Write("https_")])).Contains(Url, null));

    [Fact]
    public void a_directory_is_no_file()
    {
        folder.Write("https_/h/a/content/b");
        Assert.False(folder.Media.Contains(Url, null));
    }

    [Fact]
    public void an_empty_file_is_no_media()
    {
        folder.Write("https_/h/a/content", "");
        Assert.False(folder.Media.Contains(Url, null));
    }

    [Fact]
    public void a_file_where_the_path_wants_a_folder_is_no_fault()
    {
        folder.Write("https_/h/a");
        Assert.False(folder.Media.Contains(Url, null));
    }

    [Fact]
    public void a_path_longer_than_the_system_takes_is_no_fault() =>
        Assert.False(folder.Media.Contains("https://h/" + string.Concat(Enumerable.Repeat(new string('é', 200) + "/", 40)) + "a",
            "image/png"));

    [Fact]
    public void a_path_that_leads_out_of_the_root_is_refused()
    {
        folder.Write(Path.Combine(folder.Outside, "secret"));
        foreach (var url in new[] { "https://h/../../../outside/secret", "https://h/%2e%2e/%2e%2e/%2e%2e/outside/secret",
            "https://../../outside/secret", "https_/../../outside/secret" })
            Assert.False(folder.Media.Contains(url, null), url);
    }
}
