using Microsoft.Extensions.Logging.Abstractions;
using Sovia.MediaFiles.Pictures;
using Sovia.Tests.Support;

namespace Sovia.Tests.MediaFiles.Pictures;

public sealed class ClearLeftoversTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly ManualClock _clock = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task what_was_too_young_at_the_start_is_removed_later_while_the_site_runs()
    {
        var (old, young) = (Leave("old.webp", minutesAgo: 11), Leave("young.webp", minutesAgo: 1));
        using var clear = new ClearLeftovers(new(_folder.Path, _clock), _clock, NullLogger<ClearLeftovers>.Instance);
        await clear.StartAsync(CancellationToken.None);
        await Eventually.TrueAsync(() => Task.FromResult(_clock.Waiting == 1), "it has looked once");
        Assert.Equal((false, true), (File.Exists(old), File.Exists(young)));
        _clock.Now += TimeSpan.FromMinutes(11);
        await clear.ExecuteTask!;
        Assert.False(File.Exists(young));
    }

    private string Leave(string name, int minutesAgo)
    {
        var path = Path.Combine(Directory.CreateDirectory(_folder.PathOf(".building")).FullName, name);
        File.WriteAllText(path, "half a pic");
        File.SetLastWriteTimeUtc(path, _clock.Now.UtcDateTime.AddMinutes(-minutesAgo));
        return path;
    }
}
