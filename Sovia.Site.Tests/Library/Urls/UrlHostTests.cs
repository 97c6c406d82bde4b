using Sovia.Library.Urls;

namespace Sovia.Tests.Library.Urls;

public sealed class UrlHostTests
{
    [Theory]
    [InlineData("https://assets.grok.com/users/a/b.mp4")]
    [InlineData("https://assets.grok.com")]
    [InlineData("https://assets.grok.com?x=/")]
    [InlineData("https://assets.grok.com.example.org/users")]
    [InlineData("https://assets.grok.com:8443/users")]
    [InlineData("https://Assets.Grok.com/users")]
    [InlineData("HTTPS://imagine-public.x.ai/a")]
    [InlineData("https://imagine-public.x.ai/")]
    [InlineData("https://images-public.x.ai/a b")]
    [InlineData("https://someone@images-public.x.ai/a")]
    [InlineData("http://assets.grok.com/users")]
    [InlineData("not an address")]
    [InlineData("https://")]
    [InlineData("")]
    public void the_fast_host_lookup_agrees_with_full_parsing(string url) =>
        Assert.Equal(Uri.TryCreate(url, UriKind.Absolute, out var parsed) ? parsed.Host.ToLowerInvariant() : "", UrlHost.GetHost(url));

    [Fact]
    public void without_an_address_there_is_no_host() => Assert.Equal("", UrlHost.GetHost(null));
}
