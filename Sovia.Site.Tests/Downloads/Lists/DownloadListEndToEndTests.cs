using AngleSharp.Dom;
using Sovia.Library;
using Sovia.Tests.Pages;
using Sovia.Tests.Pictures;
using Sovia.Tests.Support;

namespace Sovia.Tests.Downloads.Lists;

/// <summary>The whole way home: the list that the site gives out, the program it is meant for, a scan, and all is safe.</summary>
public sealed class DownloadListEndToEndTests(SoviaHost host) : PageTest(host), IDisposable
{
    private const string Public = "https://imagine-public.x.ai";
    private const string Cookie = "https://assets.grok.com";

    private string Media => Path.Combine(Host.DataDirectory, "media");

    public void Dispose() => Directory.Delete(Path.Combine(Media, "https_"), recursive: true);

    [FactWithProgram("aria2c")]
    public async Task every_post_is_safe_after_aria2_downloads_its_lists()
    {
        await using var server = await FileHost.StartAsync();
        Dictionary<Post, byte[]> posts = [];
        var clip = await ClipAsync();
        for (var seed = 0; seed < 24; seed++)
        {
            var (post, bytes) = Make(seed, clip);
            posts[post] = bytes;
            server.Serve(new Uri(post.MediaUrl!).AbsolutePath, bytes, post.MimeType!);
        }
        await StoreAsync([.. posts.Keys]);
        Assert.Equal(("0", "24"), Figures(await OpenAsync("/media")));

        // What the other host asks for is sent along by the list itself, but for the cookie, which this one does without.
        foreach (var access in new[] { "public", "cookie" }) await FetchAsync(access, server.Address);
        Assert.All(server.Requests, asked => Assert.Equal(asked.Path.StartsWith("/users", StringComparison.Ordinal) ? "https://grok.com/"
            : null, asked.Referer));
        using (var form = new MultipartFormDataContent()) await PostAsync("/media", "/media?handler=scan", form);

        await Eventually.TrueAsync(async () => Figures(await OpenAsync("/media")) == ("24", "24"), "/media says that all are files saved");
        Assert.Contains("24 of 24 files saved", (await OpenAsync("/media")).QuerySelector(".meter__line")!.TextContent,
            StringComparison.Ordinal);
        foreach (var (post, bytes) in posts)
            Assert.Equal(bytes, await (await GetAsync($"/files/{post.Id}")).Content.ReadAsByteArrayAsync());
        foreach (var access in new[] { "public", "cookie" })
            Assert.DoesNotContain("https:", Addresses(await ListAsync(access)), StringComparison.Ordinal);
    }

    private async Task FetchAsync(string access, string server)
    {
        using var folder = new TempFolder();
        await File.WriteAllTextAsync(folder.PathOf("list"), (await ListAsync(access)).Replace(Public, server, StringComparison.Ordinal)
            .Replace(Cookie, server, StringComparison.Ordinal));
        string[] arguments = ["-c", "-j", "3", "-x", "1", "--auto-file-renaming=false", "--no-conf", "-q", "-i", folder.PathOf("list")];
        Assert.Equal((0, ""), await DownloadTool.RunAsync(Directory.CreateDirectory(Media).FullName, "aria2c", arguments));
    }

    private async Task<string> ListAsync(string access) =>
        await (await GetAsync($"/media/lists/aria2?access={access}")).Content.ReadAsStringAsync();

    private static string Addresses(string list) => string.Join('\n', list.Split('\n').Where(line => !line.StartsWith('#')));

    private static (string?, string?) Figures(IParentNode page) =>
        page.QuerySelector(".meter__line") is { } line ? (line.GetAttribute("data-safe"), line.GetAttribute("data-total")) : default;

    // Safe are only whole files, and nothing else makes a whole clip.
    private static async Task<byte[]> ClipAsync()
    {
        if (!SoundnessProbe.Tools.IsAvailable) return [];
        using var folder = new TempFolder();
        return await File.ReadAllBytesAsync(await Draw.ClipAsync(folder.PathOf("a.mp4"), "-f", "lavfi", "-i", "testsrc2=s=64x48:d=1:r=6",
            "-pix_fmt", "yuv420p"));
    }

    // Pictures and clips of both hosts in turn, as a library has them; what follows a clip makes it unlike the others. Without ffmpeg all
    // are pictures.
    private static (Post Post, byte[] Bytes) Make(int seed, byte[] clip)
    {
        if (clip.Length == 0) seed *= 2;
        var post = seed % 2 == 0 ? Support.Make.Still(seed) : Support.Make.Clip(Support.Make.Still(seed)) with { ParentId = null };
        post = post with { RootId = post.Id };
        if (seed % 4 < 2)
            post = post with
            { MediaUrl = $"{Public}/imagine-public/{(seed % 2 == 0 ? $"images/{post.Id}.jpg" : $"share-videos/{post.Id}.mp4")}" };
        using var picture = Draw.Gradient(64 + seed, 48);
        return (post, seed % 2 == 0 ? picture.JpegsaveBuffer() : [.. clip, .. BitConverter.GetBytes(seed)]);
    }
}
