using System.Diagnostics;
using System.Text;
using Sovia.MediaFiles;
using Sovia.MediaFiles.Downloads;
using Sovia.MediaFiles.Downloads.Lists;
using Sovia.Tests.Storage.PrivateServer;
using Sovia.Tests.Support;

namespace Sovia.Tests.MediaFiles.Downloads.Lists;

/// <summary>The lists are given to the real programs, which fetch from a server that stands in for the public hosts.</summary>
public sealed class ToolTests
{
    [Fact]
    public Task aria2_puts_every_file_in_its_place() =>
        FetchAsync(new Aria2List(), "aria2c", "-c", "-j", "3", "-x", "1", "--auto-file-renaming=false", "--no-conf", "-q", "-i");

    [Fact]
    public Task curl_puts_every_file_in_its_place() => FetchAsync(new CurlConfig(), "curl", "-q", "--silent", "--show-error", "--config");

    [Fact]
    public Task the_shell_script_puts_every_file_in_its_place() => FetchAsync(new WgetScript(), "sh");

    private static async Task FetchAsync(IListFormat format, string program, params string[] arguments)
    {
        // A machine without the program cannot show it; the gate's machines have all three.
        if (Machine.Find(program) is null || (program == "sh" && Machine.Find("wget") is null)) return;
        await using var server = await FileHost.StartAsync();
        using var folder = new TempFolder();
        foreach (var wanted in HostileAddresses.Wanted) server.Serve(new Uri(wanted.Url).PathAndQuery, BytesOf(wanted), "image/jpeg");
        await File.WriteAllTextAsync(folder.PathOf("list"), ListText.Of(format, HostileAddresses.Wanted).Replace("https://imagine-public.x.ai", server.Address));
        var root = Directory.CreateDirectory(folder.PathOf("media")).FullName;

        Assert.Equal((0, ""), await RunAsync(root, program, [.. arguments, folder.PathOf("list")]));
        Assert.Equal(HostileAddresses.Wanted.Count, Directory.GetFiles(root, "*", SearchOption.AllDirectories).Length);
        var media = new LocalMedia(new([root]));
        foreach (var post in HostileAddresses.Posts)
        {
            Assert.True(media.Find(post.MediaUrl, post.MimeType) is { }, post.MediaUrl);
            Assert.Equal(BytesOf(HostileAddresses.Wanted.Single(wanted => wanted.PostId == post.Id)), await File.ReadAllBytesAsync(media.Find(post.MediaUrl, null)!.FullPath));
        }

        // A second run harms nothing. Only curl complains of what is whole already.
        var again = await RunAsync(root, program, [.. arguments, folder.PathOf("list")]);
        if (program != "curl") Assert.Equal((0, ""), again);
        Assert.All(Directory.GetFiles(root, "*", SearchOption.AllDirectories), file => Assert.Contains(HostileAddresses.Wanted, wanted => BytesOf(wanted).SequenceEqual(File.ReadAllBytes(file))));
        Assert.Equal(HostileAddresses.Wanted.Count, Directory.GetFiles(root, "*", SearchOption.AllDirectories).Length);
    }

    private static byte[] BytesOf(Wanted wanted) => [0xFF, 0xD8, 0xFF, .. Encoding.UTF8.GetBytes(wanted.Target)];

    private static async Task<(int Code, string Errors)> RunAsync(string folder, string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(1));
        // wget says on the error stream what went well.
        return (process.ExitCode, process.ExitCode == 0 && program == "sh" ? "" : errors + (process.ExitCode == 0 ? "" : await output));
    }
}
