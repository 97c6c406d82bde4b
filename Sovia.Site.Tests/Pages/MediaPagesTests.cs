using System.Net;
using System.Security.Cryptography;
using Marten;
using Sovia.Media;
using Sovia.Tests.Pictures;
using Sovia.Tests.Support;

namespace Sovia.Tests.Pages;

public sealed class MediaPagesTests(SoviaHost host) : PageTest(host)
{
    [Fact]
    public async Task an_uploaded_image_is_matched_by_name_and_shown_in_the_gallery()
    {
        var still = Make.Still();
        await StoreAsync(still);
        var bytes = Picture();
        var response = await UploadFilesAsync(($"grok-image-{still.Id}.jpg", bytes));
        Assert.Equal((HttpStatusCode.SeeOther, "/media"), (response.StatusCode, response.Headers.Location!.ToString()));
        var served = await GetAsync($"/files/{still.Id}");
        Assert.Equal(bytes, await served.Content.ReadAsByteArrayAsync());
        var picture = (await OpenAsync("/")).QuerySelector("article img")!;
        Assert.Equal($"/files/by-hash/{Convert.ToHexStringLower(SHA256.HashData(bytes))}/512", picture.GetAttribute("src"));
        Assert.Equal(("320", "200"), (picture.GetAttribute("width"), picture.GetAttribute("height")));
        Assert.NotNull(picture.GetAttribute("data-thumbhash"));
    }

    [Fact]
    public async Task a_file_of_unknown_origin_is_reviewed_and_attached_by_the_address_of_a_post()
    {
        var still = Make.Still();
        await StoreAsync(still);
        await UploadFilesAsync(("holiday.png", Picture()));
        var review = await OpenAsync("/media/review");
        Assert.Contains("holiday.png", review.QuerySelector(".review__name")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Review 1 file", (await OpenAsync("/media")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        using var form = new MultipartFormDataContent
        {
            { new StringContent(review.QuerySelector("input[name=file]")!.GetAttribute("value")!), "file" },
            { new StringContent($"https://grok.com/imagine/post/{still.Id}?x=1"), "post" },
        };
        await PostAsync("/media/review", "/media/review?handler=attach", form);
        Assert.Equal(HttpStatusCode.OK, (await GetAsync($"/files/{still.Id}")).StatusCode);
        Assert.Null((await OpenAsync("/media/review")).QuerySelector(".review__file"));
    }

    [Fact]
    public async Task a_file_of_unknown_origin_can_be_kept_as_a_post_of_its_own()
    {
        await UploadFilesAsync(("holiday.png", Picture()));
        var review = await OpenAsync("/media/review");
        using var form = new MultipartFormDataContent
        { { new StringContent(review.QuerySelector("input[name=file]")!.GetAttribute("value")!), "file" } };
        await PostAsync("/media/review", "/media/review?handler=take", form);
        Assert.NotNull((await OpenAsync("/")).QuerySelector("article img"));
    }

    [Theory]
    [InlineData("nonsense", "")]
    [InlineData("", "aaaaaaaa-0000-4000-8000-000000000001")]
    [InlineData("'; drop table", "${7*7}")]
    public async Task nonsense_attaches_nothing_and_says_so(string file, string post)
    {
        await UploadFilesAsync(("holiday.png", Picture()));
        using var form = new MultipartFormDataContent { { new StringContent(file), "file" }, { new StringContent(post), "post" } };
        Assert.Equal(HttpStatusCode.SeeOther, (await PostAsync("/media/review", "/media/review?handler=attach", form)).StatusCode);
        Assert.NotNull((await OpenAsync("/media/review")).QuerySelector(".review__file"));
    }

    [Fact]
    public async Task a_file_that_is_no_media_is_refused_and_nothing_is_kept()
    {
        Assert.Equal(HttpStatusCode.SeeOther, (await UploadFilesAsync(("a.png", "<script>alert(1)</script>"u8.ToArray()))).StatusCode);
        await using var session = Host.Store.QuerySession();
        Assert.Equal(0, await session.Query<MediaFile>().CountAsync());
    }

    [Fact]
    public async Task without_a_file_the_form_comes_back_and_says_so()
    {
        using var form = new MultipartFormDataContent { { new StringContent("x"), "y" } };
        var response = await PostAsync("/media", "/media?handler=upload", form);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Equal("Choose at least one image, video or audio file.",
            (await ReadAsync(response)).GetElementById("media-error")!.TextContent);
    }

    [Fact]
    public async Task a_full_scan_finds_files_in_a_media_folder()
    {
        var still = Make.Still();
        await StoreAsync(still);
        var folder = Directory.CreateDirectory(Path.Combine(Host.DataDirectory, "media", Guid.NewGuid().ToString()));
        await File.WriteAllBytesAsync(Path.Combine(folder.FullName, $"{still.Id}.jpg"), Picture());
        using var form = new MultipartFormDataContent();
        await PostAsync("/media", "/media?handler=scan", form);
        await Eventually.TrueAsync(async () => (await GetAsync($"/files/{still.Id}")).IsSuccessStatusCode, "the file is served");
        Assert.Contains("Last scan", (await WaitForScanAsync()).TextContent, StringComparison.Ordinal);
        folder.Delete(recursive: true);
    }

    private async Task<AngleSharp.Dom.IElement> WaitForScanAsync()
    {
        AngleSharp.Dom.IElement? standing = null;
        await Eventually.TrueAsync(async () =>
            (standing = (await OpenAsync("/media")).GetElementById("standing")!).GetAttribute("hx-trigger") is null, "the scan ends");
        return standing!;
    }

    private async Task<HttpResponseMessage> UploadFilesAsync(params (string Name, byte[] Bytes)[] files)
    {
        using var form = new MultipartFormDataContent();
        foreach (var (name, bytes) in files) form.Add(new ByteArrayContent(bytes), "files", name);
        return await PostAsync("/media", "/media?handler=upload", form);
    }

    private static byte[] Picture()
    {
        using var picture = Draw.Gradient(320, 200);
        using var marked = picture.Mutate(mutable => mutable.Set(NetVips.GValue.GStrType, "png-comment-0-id", Guid.NewGuid().ToString()));
        return marked.PngsaveBuffer();
    }
}
