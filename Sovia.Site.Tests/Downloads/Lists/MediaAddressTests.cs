using Sovia.Downloads;

namespace Sovia.Tests.Downloads.Lists;

public sealed class MediaAddressTests
{
    [Theory]
    [InlineData("https://imagine-public.x.ai/a/b.jpg", "https://imagine-public.x.ai/a/b.jpg", HostAccess.Public)]
    [InlineData("https://IMAGINE-public.x.ai:443/a/b.jpg#top", "https://imagine-public.x.ai/a/b.jpg", HostAccess.Public)]
    [InlineData("https_/images-public.x.ai/a/b.jpg", "https://images-public.x.ai/a/b.jpg", HostAccess.Public)]
    [InlineData("https://assets.grok.com/users/u/p/content?cache=1", "https://assets.grok.com/users/u/p/content?cache=1",
        HostAccess.Cookie)]
    [InlineData("https://assets.grok.com/é \"x", "https://assets.grok.com/%C3%A9%20%22x", HostAccess.Cookie)]
    public void an_address_of_grok_s_is_fetched_in_plain_ascii(string stated, string url, HostAccess access)
    {
        var address = DownloadUrl.Parse(stated);
        Assert.Equal((url, access), (address?.Url, address?.Access));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("content")]
    [InlineData("http://imagine-public.x.ai/a.jpg")]
    [InlineData("https://imagine-public.x.ai:8443/a.jpg")]
    [InlineData("https://user:pw@imagine-public.x.ai/a.jpg")]
    [InlineData("https://imagine-public.x.ai.evil.example/a.jpg")]
    [InlineData("https://evil.example/imagine-public.x.ai/a.jpg")]
    [InlineData("https://imagine-public.x.ai/../../etc/passwd")]
    [InlineData("https://imagine-public.x.ai/%2e%2e/passwd")]
    [InlineData("https://imagine-public.x.ai/a%0Ab.jpg")]
    [InlineData("https://imagine-public.x.ai/a\nb.jpg")]
    [InlineData("https://127.0.0.1/a.jpg")]
    [InlineData("https://grok.com/imagine/post/x")]
    [InlineData("file:///etc/passwd")]
    [InlineData("data:image/png;base64,AAAA")]
    public void anything_else_is_not_fetched(string? stated) => Assert.Null(DownloadUrl.Parse(stated));
}
