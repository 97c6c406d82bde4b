using Microsoft.Extensions.DependencyInjection;
using Sovia.Media;
using Sovia.Media.Review;
using Sovia.Media.Scanning;
using Sovia.Tests.Support;

namespace Sovia.Tests.Media.Scanning;

/// <summary>Files whose names say media and whose bytes are something else.</summary>
public sealed class MisnamedTests(SoviaHost host) : ScanTest(host)
{
    [Fact]
    public async Task a_web_page_that_is_called_a_clip_is_reported_each_time_and_makes_no_post_safe()
    {
        var still = Make.Still();
        var clip = Make.Clip(still);
        await StoreAsync(still, clip);
        var path = Write($"{clip.Id}.mp4", "<!doctype html><title>Just a moment...</title>");
        var words = $"{clip.Id}.mp4 is a web page, not a video.";
        for (var round = 0; round < 2; round++)
        {
            var report = await ScanAsync();
            Assert.Equal((path, words), Assert.Single(report.Notes) is var note ? (note.Path, note.Reason) : default);
            Assert.Equal((1, 1), (report.Other, report.Rejected));
            Assert.Equal((words, path), Assert.Single((await ListAsync()).Files) is var file ? (file.Problem, Assert.Single(file.Paths))
                : default);
        }
        Assert.Null((await LoadPostAsync(clip.Id)).File);
        File.Delete(path);
        await ScanAsync();
        Assert.Empty((await ListAsync()).Files);
    }

    [Fact]
    public async Task a_transport_stream_that_is_called_a_clip_is_listed_and_makes_no_post_safe()
    {
        var still = Make.Still();
        var clip = Make.Clip(still);
        await StoreAsync(still, clip);
        var bytes = new byte[188 * 20];
        for (var at = 0; at < bytes.Length; at += 188) bytes[at] = 0x47;
        Write($"{clip.Id}.mp4", bytes);
        var report = await ScanAsync();
        Assert.Contains("an MPEG transport stream", Assert.Single(report.Notes).Reason, StringComparison.Ordinal);
        Assert.Equal(0, report.Rejected);
        Assert.Contains((await ListAsync()).Files, file => file.Problem.Contains("MPEG transport stream", StringComparison.Ordinal));
        Assert.Null((await LoadPostAsync(clip.Id)).File);
    }

    [Fact]
    public async Task a_file_that_an_earlier_version_passed_by_is_told_of_once_it_is_met_again()
    {
        Write("clip.mp4", "{\"error\":\"expired\"}");
        await ScanAsync();
        await using (var session = Host.Store.LightweightSession())
        {
            session.Store((await LoadAllAsync<FileLocation>()).Single() with { Problem = null });
            await session.SaveChangesAsync();
        }
        Assert.Equal("clip.mp4 is a JSON file, not a video.", Assert.Single((await ScanAsync()).Notes).Reason);
        Assert.Equal("clip.mp4 is a JSON file, not a video.", (await LoadAllAsync<FileLocation>()).Single().Problem);
    }

    [Fact]
    public async Task the_list_goes_on_from_damaged_files_to_misnamed_ones()
    {
        for (var at = 0; at < 5; at++) Write($"{at}.mp4", $"<html>{at}");
        for (var at = 0; at < 3; at++) Write($"{at}.jpg", [0xFF, 0xD8, 0xFF, 0xE0, (byte)at]);
        await ScanAsync();
        var (seen, after) = (new List<string>(), (string?)null);
        do
        {
            var page = await WithAsync<ListUnreadableFiles, UnreadableFilesPage>(list => list.ReadPageAsync(after, 2, default));
            Assert.InRange(page.Files.Count, 1, 2);
            seen.AddRange(page.Files.SelectMany(file => file.Paths));
            after = page.NextCursor;
        }
        while (after is not null);
        Assert.Equal(8, seen.Distinct().Count());
        Assert.Equal(8, seen.Count);
        Assert.Equal(8, await WithAsync<ListUnreadableFiles, int>(list => list.CountAsync(default)));
    }

    [Theory]
    [InlineData("clip.mp4", "<html>", "clip.mp4 is a web page, not a video.")]
    [InlineData("folder/clip.mp4", "", "clip.mp4 is empty.")]
    [InlineData("page.html", "<html>", "Unsupported file type. Upload images, videos or audio.")]
    public async Task an_upload_is_refused_by_its_name(string name, string content, string refusal)
    {
        var store = ActivatorUtilities.CreateInstance<StoreUpload>(Services, Uploads);
        Assert.Equal(refusal,
            (await store.StoreAsync(name, new MemoryStream(System.Text.Encoding.UTF8.GetBytes(content)), default)).Refusal);
    }

    private Task<UnreadableFilesPage> ListAsync() =>
        WithAsync<ListUnreadableFiles, UnreadableFilesPage>(list => list.ReadPageAsync(null, 50, default));
}
