using Sovia.Downloads.Fetching;
using Sovia.Downloads.Runs;
using Sovia.Tests.Support;

namespace Sovia.Tests.Downloads.Fetching;

/// <summary>Whatever a host does, the file is complete, or missing with a reason.</summary>
public sealed class MisbehavingHostTests(SoviaHost host) : DownloadTest(host)
{
    private static readonly byte[] Whole = FileBytes.Picture(3, 20_000);

    public static TheoryData<string, string> Refusals => new()
    {
        { "403", DownloadErrorCode.Forbidden }, { "404", DownloadErrorCode.Gone }, { "410", DownloadErrorCode.Gone },
        { "429 always", DownloadErrorCode.TooMany },
        { "429 for an hour", DownloadErrorCode.TooMany }, { "500 always", DownloadErrorCode.ServerError },
        { "204", DownloadErrorCode.Unexpected },
        { "page", DownloadErrorCode.WrongType }, { "page called a picture", DownloadErrorCode.WrongType },
        { "clip", DownloadErrorCode.WrongType }, { "clip called a picture", DownloadErrorCode.WrongType },
        { "svg", DownloadErrorCode.WrongType }, { "nothing", DownloadErrorCode.WrongType }, { "packed oddly", DownloadErrorCode.WrongType },
        { "too large", DownloadErrorCode.TooLarge }, { "too large in chunks", DownloadErrorCode.TooLarge },
        { "a packed bomb", DownloadErrorCode.TooLarge },
        { "cut off always", DownloadErrorCode.WrongLength }, { "stalls always", DownloadErrorCode.Timeout },
        { "never answers", DownloadErrorCode.Timeout },
        { "redirect to loopback", DownloadErrorCode.Redirect }, { "redirect to the cloud's metadata", DownloadErrorCode.Redirect },
        { "redirect to http", DownloadErrorCode.Redirect },
        { "redirect elsewhere", DownloadErrorCode.Redirect }, { "redirect to a port", DownloadErrorCode.Redirect },
        { "redirect to itself", DownloadErrorCode.Redirect }, { "redirect to a file", DownloadErrorCode.Redirect },
    };

    [Theory, MemberData(nameof(Refusals))]
    public async Task a_file_that_cannot_be_had_has_its_reason_and_leaves_nothing_behind(string behaviour, string code)
    {
        ConfigureServices(FastOptions with
        {
            MaxImageBytes = 50_000,
            StallTimeout = behaviour.Contains("stall") || behaviour.Contains("never")
            ? TimeSpan.FromMilliseconds(50) : FastOptions.StallTimeout
        });
        var post = Picture();
        Server.Paths[PathOf(post)] = behaviour switch
        {
            "429 always" => StubResponse.Status(429),
            "429 for an hour" => StubResponse.Status(429, "3600"),
            "500 always" => StubResponse.Status(500),
            "page" => StubResponse.Bytes(FileBytes.Page, "text/html"),
            "page called a picture" => StubResponse.Bytes(FileBytes.Page, "image/jpeg"),
            "clip" => StubResponse.Bytes(FileBytes.Clip(), "video/mp4"),
            "clip called a picture" => StubResponse.Bytes(FileBytes.Clip(), "image/jpeg"),
            "svg" => StubResponse.Bytes("<svg xmlns='http://www.w3.org/2000/svg'/>"u8.ToArray(), "image/svg+xml"),
            "nothing" => StubResponse.Bytes([], "image/jpeg"),
            "packed oddly" => http =>
            {
                http.Response.Headers.ContentEncoding = "zstd";
                return StubResponse.Bytes(Whole, "image/jpeg")(http);
            }
            ,
            "too large" => StubResponse.Bytes(FileBytes.Picture(1, 50_001), "image/jpeg"),
            "too large in chunks" => StubResponse.Chunked(FileBytes.Picture(1, 50_001)),
            "a packed bomb" => StubResponse.Compressed(new byte[10_000_000]),
            "cut off always" => StubResponse.CutOff(Whole, 1_000, tag: null),
            "stalls always" => StubResponse.Stall(Whole, 0),
            "never answers" => http => Task.Delay(Timeout.Infinite, http.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default),
            "redirect to loopback" => StubResponse.Redirect("https://127.0.0.1/x.jpg"),
            "redirect to the cloud's metadata" => StubResponse.Redirect("http://169.254.169.254/latest/meta-data"),
            "redirect to http" => StubResponse.Redirect("http://imagine-public.x.ai/x.jpg"),
            "redirect elsewhere" => StubResponse.Redirect("https://assets.grok.com/x.jpg"),
            "redirect to a port" => StubResponse.Redirect("https://imagine-public.x.ai:8443/x.jpg"),
            "redirect to itself" => StubResponse.Redirect(post.MediaUrl!),
            "redirect to a file" => StubResponse.Redirect("file:///etc/passwd"),
            _ => StubResponse.Status(int.Parse(behaviour, System.Globalization.CultureInfo.InvariantCulture)),
        };

        var run = await DownloadAsync(post);

        var problem = await ProblemOfAsync(post);
        Assert.Equal(code, problem?.Code);
        Assert.NotEmpty(problem!.Reason);
        Assert.Equal((DownloadState.Finished, 0, 1), (run.State, run.Counts.Done, run.Counts.Failed[code]));
        Assert.False(File.Exists(GetTargetPath(post)));
        // What was cut off may wait for another attempt; nothing else stays.
        if (behaviour != "cut off always") Assert.Empty(FindUnexpectedFiles());
        Assert.InRange(Server.CountRequests(PathOf(post)), 1, 9);
    }

    [Theory]
    [InlineData("429, then well")]
    [InlineData("429 for a second, then well")]
    [InlineData("500 twice, then well")]
    [InlineData("cut off, then the rest")]
    [InlineData("cut off, then all again")]
    [InlineData("cut off, then another version")]
    [InlineData("cut off without a version, then all")]
    [InlineData("stalls, then the rest")]
    [InlineData("redirects to the other host")]
    [InlineData("packed")]
    [InlineData("in chunks")]
    [InlineData("without a type")]
    public async Task a_file_that_can_be_had_in_the_end_is_whole(string behaviour)
    {
        ConfigureServices(FastOptions with
        {
            StallTimeout =
            behaviour.Contains("stalls") ? TimeSpan.FromMilliseconds(100) : FastOptions.StallTimeout
        });
        var (post, well) = (Picture(), StubResponse.Ranged(Whole));
        Server.Paths[PathOf(post)] = behaviour switch
        {
            "429, then well" => StubResponse.Sequence(StubResponse.Status(429), well),
            "429 for a second, then well" => StubResponse.Sequence(StubResponse.Status(429, "1"), well),
            "500 twice, then well" => StubResponse.Sequence(StubResponse.Status(500), StubResponse.Status(503), well),
            "cut off, then the rest" => StubResponse.Sequence(StubResponse.CutOff(Whole, 9_000), well),
            "cut off, then all again" => StubResponse.Sequence(StubResponse.CutOff(Whole, 9_000), StubResponse.Bytes(Whole, "image/jpeg")),
            "cut off, then another version" => StubResponse.Sequence(StubResponse.CutOff(FileBytes.Picture(8, 30_000), 9_000, "\"0\""), well),
            "cut off without a version, then all" => StubResponse.Sequence(StubResponse.CutOff(Whole, 9_000, tag: null), well),
            "stalls, then the rest" => StubResponse.Sequence(StubResponse.Stall(Whole, 9_000), well),
            "redirects to the other host" => StubResponse.Redirect("https://images-public.x.ai/there.jpg"),
            "packed" => StubResponse.Compressed(Whole),
            "in chunks" => StubResponse.Chunked(Whole),
            _ => StubResponse.Bytes(Whole, null),
        };
        Server.Paths["/there.jpg"] = well;

        var run = await DownloadAsync(post);

        Assert.Null(await ProblemOfAsync(post));
        Assert.Equal((DownloadState.Finished, 1, 20_000L), (run.State, run.Counts.Done, run.Counts.Bytes));
        Assert.Equal(Whole, await File.ReadAllBytesAsync(GetTargetPath(post)));
        Assert.Empty(FindUnexpectedFiles(post));
        if (behaviour.EndsWith("the rest", StringComparison.Ordinal)) Assert.Contains(Server.Requests, asked =>
            asked.Range == "bytes=9000-");
    }
}
