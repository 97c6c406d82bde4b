using Sovia.Library;
using Sovia.Tests.Support;

namespace Sovia.Tests.Media;

/// <summary>A test that asks the site for bytes, some of which lie in its media folder.</summary>
public abstract class FileAddressTest(SoviaHost host) : HostTest(host)
{
    protected HttpClient Client => Host.Site.Server.CreateClient();

    protected static string Address(Post post) => $"/files/{post.Id}";

    protected string PathOf(Post post) =>
        Path.Combine(Host.DataDirectory, "media", post.MediaUrl!.Replace("https://", "https_/", StringComparison.Ordinal));

    protected async Task<Post> SaveFileAsync(byte[] bytes, Func<Post, Post>? change = null)
    {
        var post = Make.Still();
        post = change?.Invoke(post) ?? post;
        await StoreAsync(post);
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(post))!);
        await File.WriteAllBytesAsync(PathOf(post), bytes);
        return post;
    }

    protected async Task<HttpResponseMessage> SendAsync(Post post, Action<HttpRequestMessage> configure)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Address(post));
        configure(request);
        return await Client.SendAsync(request);
    }
}
