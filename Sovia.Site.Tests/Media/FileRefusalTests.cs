using System.Net;
using Sovia.Library;
using Sovia.Tests.Support;

namespace Sovia.Tests.Media;

public sealed class FileRefusalTests(SoviaHost host) : FileAddressTest(host)
{
    [Fact]
    public async Task files_that_may_contain_scripts_are_served_as_downloads()
    {
        var post = await SaveFileAsync("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"u8.ToArray(),
            post => post with { MimeType = "image/svg+xml" });
        using var response = await Client.GetAsync(Address(post));
        Assert.Equal("application/octet-stream", response.Content.Headers.ContentType?.ToString());
        Assert.Equal("attachment", response.Content.Headers.ContentDisposition?.DispositionType);
    }

    [Fact]
    public async Task a_post_that_nobody_knows_or_whose_bytes_are_elsewhere_is_not_found()
    {
        var (known, without) = (Make.Still(), Make.Still() with { MediaUrl = null });
        await StoreAsync(known, without);
        foreach (var id in new[] { Guid.NewGuid(), known.Id, without.Id })
        {
            using var response = await Client.GetAsync($"/files/{id}");
            Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
            Assert.True(response.Headers.CacheControl?.NoStore);
        }
    }

    [Theory]
    [InlineData("/files/")]
    [InlineData("/files/x")]
    [InlineData("/files/..%2f..%2fetc%2fpasswd")]
    [InlineData("/files/%2e%2e/%2e%2e/etc/passwd")]
    [InlineData("/files/00000000-0000-0000-0000-00000000000g")]
    public async Task invalid_ids_return_404(string address)
    {
        using var response = await Client.GetAsync(address);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task a_post_whose_address_leads_out_of_the_root_is_not_found()
    {
        await File.WriteAllTextAsync(Path.Combine(Host.DataDirectory, "secret"), "secret");
        Post[] posts =
            [.. new[] { "https://h/../../../secret", "https://h/%2e%2e/%2e%2e/%2e%2e/secret", "https://../../secret", "https_/../../secret",
                Path.Combine(Host.DataDirectory, "secret"), $"file://{Host.DataDirectory}/secret" }
            .Select(url => Make.Still() with { MediaUrl = url })];
        await StoreAsync(posts);
        foreach (var post in posts)
        {
            using var response = await Client.GetAsync(Address(post));
            Assert.True(response.StatusCode == HttpStatusCode.NotFound, post.MediaUrl);
        }
    }
}
