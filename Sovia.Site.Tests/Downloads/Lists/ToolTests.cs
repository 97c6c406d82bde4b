using System.Text;
using Sovia.Downloads;
using Sovia.Downloads.Lists;
using Sovia.Media;
using Sovia.Tests.Support;

namespace Sovia.Tests.Downloads.Lists;

/// <summary>The lists are given to the real programs, which fetch from a server that stands in for the public hosts.</summary>
public sealed class ToolTests
{
    [FactWithProgram("aria2c")]
    public Task aria2_puts_every_file_in_its_place() =>
        FetchAsync(new Aria2List(), "aria2c", "-c", "-j", "3", "-x", "1", "--auto-file-renaming=false", "--no-conf", "-q", "-i");

    [FactWithProgram("curl")]
    public Task curl_puts_every_file_in_its_place() => FetchAsync(new CurlConfig(), "curl", "-q", "--silent", "--show-error", "--config");

    [FactWithProgram("wget")]
    public Task the_shell_script_puts_every_file_in_its_place() => FetchAsync(new WgetScript(), "sh");

    private static async Task FetchAsync(IDownloadListFormat format, string program, params string[] arguments)
    {
        await using var server = await FileHost.StartAsync();
        using var folder = new TempFolder();
        foreach (var missingFile in HostileUrls.MissingFiles)
            server.Serve(new Uri(missingFile.Url).PathAndQuery, BytesOf(missingFile), "image/jpeg");
        await File.WriteAllTextAsync(folder.PathOf("list"), ListText.Format(format, HostileUrls.MissingFiles)
            .Replace("https://imagine-public.x.ai", server.Address));
        var root = Directory.CreateDirectory(folder.PathOf("media")).FullName;

        Assert.Equal((0, ""), await DownloadTool.RunAsync(root, program, [.. arguments, folder.PathOf("list")]));
        Assert.Equal(HostileUrls.MissingFiles.Count, Directory.GetFiles(root, "*", SearchOption.AllDirectories).Length);
        var media = new MediaFileLocator(new([root]));
        foreach (var post in HostileUrls.Posts)
        {
            Assert.True(media.Find(post.MediaUrl, post.MimeType) is { }, post.MediaUrl);
            Assert.Equal(BytesOf(HostileUrls.MissingFiles.Single(missingFile => missingFile.PostId == post.Id)),
                await File.ReadAllBytesAsync(media.Find(post.MediaUrl, null)!.FullPath));
        }

        // A second run harms nothing. Only curl complains of what is whole already.
        var again = await DownloadTool.RunAsync(root, program, [.. arguments, folder.PathOf("list")]);
        if (program != "curl") Assert.Equal((0, ""), again);
        Assert.All(Directory.GetFiles(root, "*", SearchOption.AllDirectories), file =>
            Assert.Contains(HostileUrls.MissingFiles, missingFile => BytesOf(missingFile).SequenceEqual(File.ReadAllBytes(file))));
        Assert.Equal(HostileUrls.MissingFiles.Count, Directory.GetFiles(root, "*", SearchOption.AllDirectories).Length);
    }

    private static byte[] BytesOf(MissingFile missingFile) => [0xFF, 0xD8, 0xFF, .. Encoding.UTF8.GetBytes(missingFile.Target)];
}
