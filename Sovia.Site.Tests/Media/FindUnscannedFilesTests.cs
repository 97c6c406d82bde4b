using Sovia.Media;

namespace Sovia.Tests.Media;

public sealed class FindUnscannedFilesTests : IDisposable
{
    private readonly MediaFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task files_are_searched_only_until_the_first_full_scan()
    {
        folder.Write("https_/h/a.jpg");
        var swept = new FullScanState();
        var find = new FindUnscannedFiles(folder.Media, swept);
        (string?, string?)[] asked = [("https://h/a", "image/jpeg"), ("https://h/b", null), (null, null)];
        Assert.Equal(["https://h/a"], await find.FindPresentAsync(asked, default));
        swept.IsComplete = true;
        Assert.Empty(await find.FindPresentAsync(asked, default));
        swept.IsComplete = false;
        Assert.Single(await find.FindPresentAsync(asked, default));
    }

    [Fact]
    public async Task a_cancelled_request_does_not_wait_for_the_disk()
    {
        using var gone = new CancellationTokenSource();
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            new FindUnscannedFiles(folder.Media, new()).FindPresentAsync([("https://h/a", null)], gone.Token));
    }
}
