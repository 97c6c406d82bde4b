using Microsoft.Extensions.Logging.Abstractions;
using Sovia.Pictures;
using Sovia.Tests.Support;

namespace Sovia.Tests.Pictures;

public sealed class DeleteLeftoversTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly ManualClock _clock = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task recent_partial_files_are_removed_later_while_the_site_runs()
    {
        var (old, young) = (Leave("thumbnails/.building/old.webp", minutesAgo: 11),
            Leave("thumbnails/.building/young.webp", minutesAgo: 1));
        var (oldUpload, recentUpload, whole) =
            (Leave("uploads/.sovia-1.part", minutesAgo: 11), Leave("uploads/.sovia-2.part", minutesAgo: 1),
            Leave("uploads/ab/abcd.jpg", minutesAgo: 11));
        using var clear = new DeletePartialPictures(new(_folder.PathOf("thumbnails"), _clock), new(_folder.Path), _clock,
            NullLogger<DeletePartialPictures>.Instance);
        await clear.StartAsync(CancellationToken.None);
        await Eventually.TrueAsync(() => Task.FromResult(_clock.PendingTimerCount == 1), "it has looked once");
        Assert.Equal((false, true), (File.Exists(old), File.Exists(young)));
        Assert.Equal((false, true, true), (File.Exists(oldUpload), File.Exists(recentUpload), File.Exists(whole)));
        _clock.Now += TimeSpan.FromMinutes(11);
        await clear.ExecuteTask!;
        Assert.Equal((false, false, true), (File.Exists(young), File.Exists(recentUpload), File.Exists(whole)));
    }

    private string Leave(string name, int minutesAgo)
    {
        var path = _folder.PathOf(name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, "half a pic");
        File.SetLastWriteTimeUtc(path, _clock.Now.UtcDateTime.AddMinutes(-minutesAgo));
        return path;
    }
}
