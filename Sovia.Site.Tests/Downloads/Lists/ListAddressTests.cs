using System.Net;
using Sovia.Library;
using Sovia.Tests.Support;

namespace Sovia.Tests.Downloads.Lists;

/// <summary>The address of the lists on the running site.</summary>
public sealed class ListAddressTests(SoviaHost host) : HostTest(host)
{
    private HttpClient Client => Host.Site.Server.CreateClient();

    private static Post Public(Post post) => post with { MediaUrl = $"https://imagine-public.x.ai/imagine-public/images/{post.Id}.jpg" };

    [Fact]
    public async Task a_list_names_what_is_missing_and_nothing_else()
    {
        var (missing, safe, away, cookie) = (Public(Make.Still()), Public(Make.Still()), Public(Make.Still()), Make.Still());
        var file = new PostFile { Sha256 = "", Mime = "image/jpeg", Length = 1, Method = "" };
        await StoreAsync(missing, safe with { File = file }, away with { File = file with { Missing = true } }, cookie,
            Public(Make.Still()) with { IsStub = true });
        Assert.Equal(Sorted(missing, away), Urls(await Client.GetStringAsync("/media/lists/urls")));
        Assert.Equal(Sorted(cookie), Urls(await Client.GetStringAsync("/media/lists/urls?access=cookie")));
    }

    [Fact]
    public async Task a_file_at_its_address_under_a_media_root_is_not_named()
    {
        var post = Public(Make.Still());
        await StoreAsync(post);
        var path = Path.Combine(Host.DataDirectory, "media", post.MediaUrl!.Replace("https://", "https_/", StringComparison.Ordinal));
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllBytesAsync(path, FileBytes.Picture());
        Assert.Empty(Urls(await Client.GetStringAsync("/media/lists/urls")));
        await File.WriteAllBytesAsync(path, FileBytes.Page);
        Assert.Equal([post.MediaUrl], Urls(await Client.GetStringAsync("/media/lists/urls")));
    }

    [Fact]
    public async Task one_post_and_its_family_have_lists_of_their_own()
    {
        var root = Public(Make.Still());
        var clip = Public(Make.Clip(root));
        await StoreAsync(root, clip, Public(Make.Still()));
        Assert.Equal(Sorted(clip), Urls(await Client.GetStringAsync($"/media/lists/urls?scope=post&id={clip.Id}")));
        Assert.Equal(Sorted(root, clip), Urls(await Client.GetStringAsync($"/media/lists/urls?scope=family&id={clip.Id}")));
        Assert.Equal(Sorted(clip), Urls(await Client.GetStringAsync($"/media/lists/urls?scope=family&id={root.Id}&kind=video")));
    }

    [Fact]
    public async Task every_post_of_many_is_named_once()
    {
        var posts = Enumerable.Range(0, 1_203).Select(_ => Public(Make.Still())).ToArray();
        await StoreAsync(posts);
        Assert.Equal(Sorted(posts), Urls(await Client.GetStringAsync("/media/lists/urls")));
    }

    [Theory]
    [InlineData("urls", "text/plain; charset=utf-8", ".txt")]
    [InlineData("aria2", "text/plain; charset=utf-8", ".aria2.txt")]
    [InlineData("curl", "text/plain; charset=utf-8", ".curl.txt")]
    [InlineData("wget", "text/x-shellscript; charset=utf-8", ".sh")]
    [InlineData("powershell", "text/plain; charset=utf-8", ".ps1")]
    [InlineData("csv", "text/csv; charset=utf-8; header=present", ".csv")]
    [InlineData("json", "application/json; charset=utf-8", ".json")]
    public async Task each_form_has_its_type_and_a_readable_name(string format, string type, string extension)
    {
        using var response = await Client.GetAsync($"/media/lists/{format}?access=cookie&kind=video");
        Assert.Equal(type, response.Content.Headers.ContentType?.ToString());
        Assert.Matches($@"^sovia-missing-videos-cookie-\d{{4}}-\d\d-\d\d{extension.Replace(".", @"\.")}$",
            response.Content.Headers.ContentDisposition?.FileName);
        var bytes = await response.Content.ReadAsByteArrayAsync();
        Assert.Equal(format is "csv" or "powershell", bytes.AsSpan().StartsWith((byte[])[0xEF, 0xBB, 0xBF]));
    }

    [Theory]
    [InlineData("parchment", HttpStatusCode.NotFound)]
    [InlineData("urls?scope=half", HttpStatusCode.BadRequest)]
    [InlineData("urls?access=none", HttpStatusCode.BadRequest)]
    [InlineData("urls?kind=unknown", HttpStatusCode.BadRequest)]
    [InlineData("urls?role=king", HttpStatusCode.BadRequest)]
    [InlineData("urls?scope=post", HttpStatusCode.BadRequest)]
    [InlineData("urls?scope=post&id=7", HttpStatusCode.BadRequest)]
    [InlineData("urls?scope=family&id=aaaaaaaa-0000-4000-8000-000000000001", HttpStatusCode.NotFound)]
    public async Task unknown_formats_and_parameters_return_problem_details(string address, HttpStatusCode status)
    {
        using var response = await Client.GetAsync($"/media/lists/{address}");
        Assert.Equal((status, "application/problem+json"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
    }

    private static IEnumerable<string> Sorted(params Post[] posts) => posts.Select(post => post.MediaUrl!).Order(StringComparer.Ordinal);

    private static IEnumerable<string> Urls(string list) =>
        list.Split('\n').Where(line => line.StartsWith("https:", StringComparison.Ordinal)).Order(StringComparer.Ordinal);
}
