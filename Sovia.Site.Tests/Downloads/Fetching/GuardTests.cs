using System.Net;
using Sovia.Downloads.Fetching;
using Sovia.Downloads.Runs;
using Sovia.Tests.Support;

namespace Sovia.Tests.Downloads.Fetching;

/// <summary>Where nothing is fetched from, and where nothing is written to.</summary>
public sealed class GuardTests(SoviaHost host) : DownloadTest(host)
{
    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("10.1.2.3")]
    [InlineData("169.254.169.254")]
    [InlineData("::1")]
    [InlineData("fd00::1")]
    [InlineData("::ffff:192.168.1.1")]
    public async Task a_public_name_that_leads_to_a_private_address_is_refused_at_the_connection(string address)
    {
        ConfigureServices(FastOptions with { ResolveHost = (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Parse(address)]) },
            standIn: false);
        var post = Picture(FileBytes.Picture());
        await DownloadAsync(post);
        Assert.Equal(DownloadErrorCode.PrivateAddress, (await ProblemOfAsync(post))?.Code);
        Assert.Empty(Server.Requests);
        Assert.Empty(FindUnexpectedFiles());
    }

    [Fact]
    public async Task a_link_that_leads_out_of_the_media_folder_is_not_written_through()
    {
        var post = Picture(FileBytes.Picture());
        var outside = Directory.CreateTempSubdirectory("sovia-outside-");
        try
        {
            Directory.CreateDirectory(Path.Combine(Root, "https_"));
            Directory.CreateSymbolicLink(Path.Combine(Root, "https_", "imagine-public.x.ai"), outside.FullName);
            await DownloadAsync(post);
            Assert.Equal(DownloadErrorCode.Unwritable, (await ProblemOfAsync(post))?.Code);
            Assert.Empty(outside.GetFileSystemInfos());
        }
        finally
        {
            outside.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task a_file_that_is_here_is_neither_asked_for_nor_touched()
    {
        var post = Picture(FileBytes.Picture(1));
        Directory.CreateDirectory(Path.GetDirectoryName(GetTargetPath(post))!);
        await File.WriteAllBytesAsync(GetTargetPath(post), FileBytes.Picture(2));
        var run = await DownloadAsync(post);
        Assert.Equal((DownloadState.Finished, 0), (run.State, run.Counts.Total));
        Assert.Empty(Server.Requests);
        Assert.Equal(FileBytes.Picture(2), await File.ReadAllBytesAsync(GetTargetPath(post)));
    }

    [Fact]
    public async Task only_public_hosts_are_asked()
    {
        var (bound, foreign) = (Make.Still(), Make.Still() with { MediaUrl = "https://evil.example/a.jpg" });
        var run = await DownloadAsync(bound, foreign);
        Assert.Equal(0, run.Counts.Total);
        Assert.Empty(Server.Requests);
    }

    [Fact]
    public async Task a_full_disk_pauses_the_run_and_blames_no_file()
    {
        ConfigureServices(FastOptions with { MinFreeBytes = long.MaxValue / 2 });
        var post = Picture(FileBytes.Picture());
        var run = await DownloadAsync(post);
        Assert.Equal(DownloadState.Paused, run.State);
        Assert.Contains("free", run.Reason, StringComparison.Ordinal);
        Assert.Null(await ProblemOfAsync(post));
        ConfigureServices(FastOptions);
        run = await RunAsync(run);
        Assert.Equal((DownloadState.Finished, 1, null), (run.State, run.Counts.Done, run.Reason));
    }

    [Fact]
    public async Task a_network_that_is_away_pauses_the_run()
    {
        ConfigureServices(FastOptions with
        {
            MaxRetries = 1,
            MaxConsecutiveErrors = 3,
            MaxPerHost = 1,
            HostOverride = new("http://127.0.0.1:9")
        });
        var run = await DownloadAsync([.. Enumerable.Range(0, 8).Select(_ => Picture())]);
        Assert.Equal(DownloadState.Paused, run.State);
        Assert.InRange(run.Counts.Failed[DownloadErrorCode.Unreachable], 3, 5);
    }
}
