using Sovia.MediaFiles;

namespace Sovia.Tests.MediaFiles;

public sealed class FindUnscannedTests : IDisposable
{
    private readonly MediaFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task files_are_looked_for_only_until_the_roots_have_been_swept()
    {
        folder.Write("https_/h/a.jpg");
        var swept = new SweptRoots();
        var find = new FindUnscanned(folder.Media, swept);
        (string?, string?)[] asked = [("https://h/a", "image/jpeg"), ("https://h/b", null), (null, null)];
        Assert.Equal(["https://h/a"], await find.HereAsync(asked, default));
        swept.IsDone = true;
        Assert.Empty(await find.HereAsync(asked, default));
        swept.IsDone = false;
        Assert.Single(await find.HereAsync(asked, default));
    }

    [Fact]
    public async Task who_has_gone_away_waits_for_no_disk()
    {
        using var gone = new CancellationTokenSource();
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new FindUnscanned(folder.Media, new()).HereAsync([("https://h/a", null)], gone.Token));
    }
}
