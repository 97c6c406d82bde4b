using System.Security.Cryptography;
using Sovia.Library;
using Sovia.Media;
using Sovia.Tests.Pictures;
using Sovia.Tests.Support;

namespace Sovia.Tests.Api;

/// <summary>A test of addresses of pictures: posts with bytes, and a client.</summary>
public abstract class PictureEndpointTest(SoviaHost host) : HostTest(host)
{
    /// <summary>Sends a request to the site.</summary>
    protected async Task<HttpResponseMessage> SendAsync(string address, string? accept = null, HttpMethod? method = null,
        string? tag = null)
    {
        using var client = Host.Site.Server.CreateClient();
        using var request = new HttpRequestMessage(method ?? HttpMethod.Get, address);
        if (accept is not null) request.Headers.Add("Accept", accept);
        if (tag is not null) request.Headers.Add("If-None-Match", tag);
        return await client.SendAsync(request);
    }

    /// <summary>A still whose bytes are here, unlike those of any other test.</summary>
    protected async Task<Post> StoreStillAsync(int width = 700, int height = 500)
    {
        var post = Make.Still();
        using var picture = Draw.Gradient(width, height);
        using var marked = picture.Mutate(mutable => mutable.Set(NetVips.GValue.GStrType, "png-comment-0-id", post.Id.ToString()));
        return await StorePostAsync(post, marked.PngsaveBuffer());
    }

    /// <summary>A clip that was made from nothing.</summary>
    protected static Post RootClip()
    {
        var clip = Make.Clip(Make.Still());
        return clip with { ParentId = null, RootId = clip.Id };
    }

    /// <summary>A clip whose bytes are here.</summary>
    protected async Task<Post> StoreClipAsync()
    {
        using var folder = new TempFolder();
        var post = RootClip();
        var clip = await Draw.ClipAsync(folder.PathOf("a.mp4"), "-f", "lavfi", "-i", "testsrc2=s=320x240:d=1", "-pix_fmt", "yuv420p",
            "-metadata", $"title={post.Id}");
        return await StorePostAsync(post, await File.ReadAllBytesAsync(clip));
    }

    /// <summary>Puts bytes where the post's address leads, and the post into the library as a scan would.</summary>
    protected async Task<Post> StorePostAsync(Post post, byte[] bytes)
    {
        await PlaceAsync(post.MediaUrl!, bytes);
        var file = new PostFile
        {
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes)),
            Mime = post.MimeType!,
            Length = bytes.Length,
            Method = "path"
        };
        post = post with { File = file };
        await StoreAsync(post);
        await LocateAsync(post.File.Sha256, PathOf(post.MediaUrl!));
        return post;
    }

    private async Task LocateAsync(string sha256, string path)
    {
        var root = Path.Combine(Host.DataDirectory, "media");
        var (relative, file) = (Path.GetRelativePath(root, path), new FileInfo(path));
        await using var session = Host.Store.LightweightSession();
        session.Store(new FileLocation
        {
            Id = FileLocation.ComputeId(root, relative),
            Root = root,
            Path = relative,
            Sha256 = sha256,
            Length = file.Length,
            ModifiedTicks = file.LastWriteTimeUtc.Ticks,
        });
        await session.SaveChangesAsync();
    }

    private string PathOf(string url) =>
        Path.Combine(Host.DataDirectory, "media", url.Replace("https://", "https_/", StringComparison.Ordinal));

    /// <summary>Puts bytes where an address leads.</summary>
    protected async Task PlaceAsync(string url, byte[] bytes)
    {
        var path = PathOf(url);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllBytesAsync(path, bytes);
    }
}
