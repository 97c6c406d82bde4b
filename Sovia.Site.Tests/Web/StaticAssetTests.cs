using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using Sovia.Tests.Pages;
using Sovia.Tests.Support;

namespace Sovia.Tests.Web;

public sealed partial class StaticAssetTests(SoviaHost host) : PageTest(host)
{
    [GeneratedRegex(@"#([\w-]+)")]
    private static partial Regex AfterHash();

    [GeneratedRegex(@"^/js/[\w-]+\.js$")]
    private static partial Regex Imported();

    [Theory]
    [InlineData("link[rel=stylesheet]", "href", 15_000)]
    [InlineData("script[src], link[rel=modulepreload]", "src", 40_000)]
    public async Task all_of_a_kind_together_stay_light(string selector, string attribute, int most)
    {
        var assets = (await OpenAsync("/")).QuerySelectorAll(selector)
            .Select(element => element.GetAttribute(attribute) ?? element.GetAttribute("href")!).ToList();
        Assert.NotEmpty(assets);
        var weight = 0L;
        foreach (var asset in assets)
        {
            var response = await GetAsync(asset);
            Assert.True(response.IsSuccessStatusCode, asset);
            if (!Imported().IsMatch(asset))
                Assert.Contains("immutable", response.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
            weight += Compressed(await response.Content.ReadAsByteArrayAsync());
        }
        Assert.InRange(weight, 1, most);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/import")]
    [InlineData("/posts")]
    public async Task scripts_asked_for_early_are_imported_at_that_address(string address)
    {
        var post = Make.Still();
        await StoreAsync(post);
        var page = await OpenAsync(address == "/posts" ? $"/posts/{post.Id}" : address);
        var scripts = new StringBuilder();
        foreach (var script in page.QuerySelectorAll("script[type=module]"))
            scripts.Append(await (await GetAsync(script.GetAttribute("src")!)).Content.ReadAsStringAsync());
        var early = page.QuerySelectorAll("link[rel=modulepreload]").Select(link => link.GetAttribute("href")!).ToList();
        Assert.NotEmpty(early);
        // Imported by name, beside the scripts.
        Assert.All(early, url =>
            Assert.Contains($"\"{url.Replace("/js/", "./", StringComparison.Ordinal)}\"", scripts.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task every_icon_on_a_page_is_in_the_sprite()
    {
        var post = Make.Still() with { Liked = true };
        await StoreAsync(post, Make.Clip(post));
        foreach (var address in new[] { "/", $"/posts/{post.Id}", "/import", "/error/503" })
        {
            var uses = (await OpenAsync(address)).QuerySelectorAll("use").Select(use => use.GetAttribute("href")!).ToList();
            var sprite = await (await GetAsync(uses[0].Split('#')[0])).Content.ReadAsStringAsync();
            Assert.All(uses, use => Assert.Contains($"id=\"{AfterHash().Match(use).Groups[1].Value}\"", sprite, StringComparison.Ordinal));
        }
    }

    private static long Compressed(byte[] bytes)
    {
        using var target = new MemoryStream();
        using (var gzip = new GZipStream(target, CompressionLevel.SmallestSize, leaveOpen: true)) gzip.Write(bytes);
        return target.Length;
    }
}
