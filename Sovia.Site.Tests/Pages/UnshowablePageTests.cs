using Sovia.Media.Scanning;
using Sovia.Tests.Support;

namespace Sovia.Tests.Pages;

public sealed class UnshowablePageTests(SoviaHost host) : PageTest(host)
{
    [Fact]
    public async Task a_file_that_cannot_be_shown_is_named_with_its_reason_and_its_post()
    {
        var still = Make.Still();
        await StoreAsync(still);
        Assert.Null((await OpenAsync("/media")).QuerySelector("a[href='/media/unshowable']"));
        // It begins as a picture does and goes on as none.
        using var bytes = new MemoryStream([0xFF, 0xD8, 0xFF, 0xE0, .. still.Id.ToByteArray()]);
        await WithAsync<StoreUpload, StoredUpload>(store => store.StoreAsync($"{still.Id}.jpg", bytes, default));

        Assert.Equal("1 unreadable file", (await OpenAsync("/media")).QuerySelector("a[href='/media/unshowable']")!.TextContent.Trim());
        var line = (await OpenAsync("/media/unshowable")).QuerySelector("li[data-file]")!;
        Assert.Equal("The image is damaged or incomplete.", line.QuerySelector(".hint")!.TextContent);
        Assert.NotNull(line.QuerySelector($"a[href='/posts/{still.Id}']"));
        Assert.EndsWith(".jpg", line.QuerySelector("code")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("%00")]
    public async Task an_invalid_cursor_shows_the_top(string after) =>
        Assert.Contains("No unreadable files", (await OpenAsync($"/media/unshowable?after={after}")).QuerySelector("main")!.TextContent,
            StringComparison.Ordinal);
}
