using CsCheck;
using Microsoft.AspNetCore.Http;
using Sovia.Pages.Gallery;
using Sovia.Tests.Query.Language;
using Sovia.Web;

namespace Sovia.Tests.Pages.Gallery;

public sealed class GalleryRequestTests
{
    private static readonly Gen<string> Searches = Gen.Int.Select(seed => RandomSearch.Next(new Random(seed)));

    [Fact]
    public void whatever_is_typed_is_found_again_by_the_address_of_its_results() => Searches.Sample(
        search =>
        {
            var typed = Read($"?search={Uri.EscapeDataString(search)}", isTyping: true);
            var again = Read(typed.GalleryUrl[1..], isTyping: false);
            Assert.Equal(typed.Query, again.Query);
            Assert.Equal(typed.GalleryUrl, again.GalleryUrl);
        },
        iter: 5_000);

    [Theory]
    [InlineData("?search=harb&open=1", "(harb or harb*)", "harb")]
    [InlineData("?search=red+harb&open=0&open=1", "red (harb or harb*)", "red harb")]
    [InlineData("?search=harb&open=1&open=0", "harb", "harb")]
    [InlineData("?search=harb", "harb", "harb")]
    [InlineData("?search=%22red+harb%22&open=1", "\"red harb\"", "\"red harb\"")]
    public void an_address_says_whether_the_last_word_is_open(string address, string meant, string written)
    {
        var galleryRequest = Read(address, isTyping: false);
        Assert.Equal(Read($"?search={Uri.EscapeDataString(meant)}", isTyping: false).Query, galleryRequest.Query);
        Assert.Equal(written, galleryRequest.SearchBoxRequest.Query.SearchText);
        Assert.Equal(Read($"?search={Uri.EscapeDataString(written)}", isTyping: false).GalleryUrl, galleryRequest.SearchBoxUrl);
    }

    private static GalleryRequest Read(string address, bool isTyping)
    {
        var request = new DefaultHttpContext().Request;
        request.QueryString = new(address);
        if (isTyping) (request.Headers["HX-Request"], request.Headers[HtmxExtensions.TriggerNameHeader]) = ("true", "search");
        return GalleryRequest.Parse(request, TimeProvider.System);
    }
}
