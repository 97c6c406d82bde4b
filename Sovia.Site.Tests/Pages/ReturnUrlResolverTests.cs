using System.Net;
using Sovia.Tests.Support;

namespace Sovia.Tests.Pages;

/// <summary>Where forms return to.</summary>
public sealed class ReturnUrlResolverTests(SoviaHost host) : PageTest(host)
{
    [Theory]
    [InlineData(null, "http://localhost/", "/")]
    [InlineData(null, "http://localhost/?type=video", "/?type=video")]
    [InlineData("/?search=fox", "http://localhost/", "/?search=fox")]
    [InlineData("/", "http://localhost/media", "/")]
    [InlineData(null, "http://localhost//evil.example/", null)]
    [InlineData(null, "http://evil.example/", null)]
    [InlineData("//evil.example/", null, null)]
    [InlineData("/\\evil.example/", null, null)]
    [InlineData("https://evil.example/", "no address", null)]
    public async Task a_form_returns_to_this_site_alone(string? back, string? from, string? to)
    {
        var post = Make.Still();
        await StoreAsync(post);
        foreach (var (address, otherwise) in new[] { ($"/posts/{post.Id}/annotate", $"/posts/{post.Id}"), ("/selection", "/") })
        {
            Dictionary<string, string> fields = new() { ["ids"] = $"{post.Id}", ["rating"] = "3" };
            if (back is not null) fields["back"] = back;
            using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new FormUrlEncodedContent(fields) };
            if (from is not null) request.Headers.TryAddWithoutValidation("Referer", from);
            using var answer = await SendAsync(request);
            Assert.Equal((HttpStatusCode.SeeOther, to ?? otherwise), (answer.StatusCode, answer.Headers.Location!.ToString()));
        }
    }
}
