using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Sovia.Import;
using Sovia.Tests.Import;
using Sovia.Tests.Support;

namespace Sovia.Tests.Pages;

/// <summary>The form of the import page: what it takes, and what it sends back.</summary>
public sealed class ImportFormTests(SoviaHost host) : PageTest(host)
{
    private const string Post = """[{"id":"aaaaaaaa-0000-4000-8000-000000000001"}]""";

    [Fact]
    public async Task several_files_a_folder_and_a_pasted_text_are_one_run()
    {
        using var form = Form(("files", @"C:\exports\one.json", Post), ("files", "two.har", "{}"),
            ("folder", "takeout/ttl/30d/list.json", Post), ("folder", "takeout/../other/list.json", Post),
            ("folder", "takeout/.DS_Store", "x"));
        form.Add(new StringContent("see https://grok.com/imagine/post/bbbbbbbb-0000-4000-8000-000000000002"), "text");
        var run = await RunOfAsync(await PostAsync("/import", "/import", form));
        Assert.Equal(["one.json", "two.har", "takeout/ttl/30d/list.json", "takeout/other/list.json", "Pasted text"],
            run.Sources.Select(source => source.Name));
        Assert.True(run.StopsAtPreview);
        Assert.All(run.Sources, source => Assert.NotNull(source.Sha256));
    }

    [Fact]
    public async Task the_list_of_an_account_export_comes_first_and_payment_files_are_not_stored()
    {
        using var form = Form(("folder", "x/a.json", Post), ("folder", "x/prod-mc-billing.json", "{\"balance_map\":{}}"),
            ("folder", "x/prod-grok-backend.json", "{\"media_posts\":[]}"));
        var run = await RunOfAsync(await PostAsync("/import", "/import", form));
        Assert.Equal(["x/prod-grok-backend.json", "x/a.json"], run.Sources.Select(source => source.Name));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task now_imports_without_a_preview_from_the_form_or_the_address(bool inForm)
    {
        using var form = Form(("files", "one.json", Post));
        if (inForm) form.Add(new StringContent("true"), "now");
        var run = await RunOfAsync(await PostAsync("/import", inForm ? "/import" : "/import?now=true", form));
        Assert.False(run.StopsAtPreview);
    }

    [Fact]
    public async Task a_program_is_no_export_and_the_form_says_so()
    {
        using var form = Form();
        form.Add(new ByteArrayContent([0x4D, 0x5A, 0x90, 0, 3, 0, 0, 0]), "files", "setup.exe");
        await VerifyRejectedAsync(await PostAsync("/import", "/import", form), "#files", "setup.exe");
    }

    [Fact]
    public async Task a_text_without_a_link_comes_back_beside_the_text()
    {
        using var form = Form();
        form.Add(new StringContent("hello there"), "text");
        await VerifyRejectedAsync(await PostAsync("/import", "/import", form), "#text", "No JSON");
    }

    [Fact]
    public async Task an_upload_over_the_limit_is_rejected_before_it_is_read()
    {
        using var content = new UnsentContent(3L << 30);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=x");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/import") { Content = content };
        await VerifyRejectedAsync(await SendAsync(request), "#files", "over the limit of 2 GB");
    }

    [Fact]
    public async Task more_files_than_the_limit_are_rejected_too()
    {
        using var form = new MultipartFormDataContent();
        for (var i = 0; i <= 20_000; i++) form.Add(new ByteArrayContent([]), "folder", $"a/{i}");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/import") { Content = form };
        await VerifyRejectedAsync(await SendAsync(request), "#files", "20,000 files");
    }

    [Fact]
    public async Task requests_that_are_not_forms_are_rejected()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post,
            "/import")
        { Content = new StringContent(Post, Encoding.UTF8, "application/json") };
        Assert.Equal(HttpStatusCode.BadRequest, (await SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task every_way_to_an_export_has_a_picture_that_is_drawn_and_told_in_words()
    {
        var pictures = (await OpenAsync("/import")).QuerySelectorAll(".guide img");
        Assert.Equal(5, pictures.Length);
        foreach (var picture in pictures)
        {
            Assert.NotEmpty(picture.GetAttribute("alt")!);
            var answer = await GetAsync(picture.GetAttribute("src")!);
            Assert.Equal("image/svg+xml", answer.Content.Headers.ContentType!.MediaType);
            Assert.DoesNotContain("http", (await answer.Content.ReadAsStringAsync()).Replace("http://www.w3.org/2000/svg", "",
                StringComparison.Ordinal), StringComparison.Ordinal);
        }
    }

    private static async Task VerifyRejectedAsync(HttpResponseMessage response, string field, string words)
    {
        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        var page = await ReadAsync(response);
        var control = page.QuerySelector(field)!;
        Assert.Equal("true", control.GetAttribute("aria-invalid"));
        Assert.Contains(words, page.GetElementById(control.GetAttribute("aria-describedby")!.Split(' ')[0])!.TextContent,
            StringComparison.Ordinal);
        Assert.Null(page.QuerySelector(".runs"));
    }

    private static MultipartFormDataContent Form(params (string Field, string Name, string Text)[] files)
    {
        var form = new MultipartFormDataContent();
        foreach (var (field, name, text) in files) form.Add(new ByteArrayContent(TestArchives.Bytes(text)), field, name);
        return form;
    }

    private async Task<ImportRun> RunOfAsync(HttpResponseMessage response)
    {
        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        await using var session = Host.Store.QuerySession();
        return (await session.LoadAsync<ImportRun>(Guid.Parse(response.Headers.Location!.ToString().Split('/')[^1])))!;
    }

    // Says that it is long, and has not sent anything yet.
    private sealed class UnsentContent(long length) : HttpContent
    {
        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => Task.CompletedTask;

        protected override bool TryComputeLength(out long computed)
        {
            computed = length;
            return true;
        }
    }
}
