using Sovia.Metadata.Decoding;
using Sovia.Tests.Support;

namespace Sovia.Tests.Pictures;

/// <summary>Stills that libvips does not decode by itself.</summary>
public sealed class OtherStillsTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [FactWithFfmpeg]
    public async Task a_bitmap_says_its_size_and_has_small_pictures_where_ffmpeg_is()
    {
        using var bench = new PictureBench();
        var path = await BitmapAsync(bench.PathOf("a.bmp"), "600x400");
        var facts = await SoundnessProbe.ProbeAsync(path);
        Assert.Equal((600, 400, null), (facts.Width, facts.Height, facts.Problem));
        Assert.NotNull(facts.ThumbHash);
        using var small = await bench.BuildAsync(path, "256");
        Assert.Equal((256, 171), (small.Width, small.Height));
    }

    [FactWithFfmpeg]
    public async Task without_ffmpeg_a_bitmap_says_what_it_lacks()
    {
        var none = FfmpegTools.FindOnPath("");
        using var bench = new PictureBench(none);
        var path = await BitmapAsync(bench.PathOf("a.bmp"), "60x40");
        Assert.Contains("ffmpeg, which isn't installed", (await SoundnessProbe.ProbeAsync(path, none)).Problem, StringComparison.Ordinal);
        Assert.Contains("ffmpeg, which isn't installed", await bench.GetBuildErrorAsync(path, "256"), StringComparison.Ordinal);
    }

    [FactWithFfmpeg]
    public async Task a_truncated_or_oversized_bitmap_is_a_problem_and_no_exception()
    {
        var path = await BitmapAsync(_folder.PathOf("a.bmp"), "600x400");
        var bytes = await File.ReadAllBytesAsync(path);
        BitConverter.TryWriteBytes(bytes.AsSpan(18), 40_000);
        BitConverter.TryWriteBytes(bytes.AsSpan(22), 40_000);
        await File.WriteAllBytesAsync(path, bytes);
        Assert.NotNull((await SoundnessProbe.ProbeAsync(path)).Problem);
        await File.WriteAllBytesAsync(path, bytes[..60]);
        Assert.NotNull((await SoundnessProbe.ProbeAsync(path)).Problem);
    }

    [Fact]
    public async Task a_heic_picture_that_cannot_be_decoded_says_so_and_is_not_called_damaged()
    {
        await File.WriteAllBytesAsync(_folder.PathOf("a.heic"),
            [0, 0, 0, 24, .. "ftypheic"u8, 0, 0, 0, 0, .. "mif1heic"u8, .. new byte[400]]);
        Assert.Contains("can't show HEIC images", (await SoundnessProbe.ProbeAsync(_folder.PathOf("a.heic"))).Problem,
            StringComparison.Ordinal);
    }

    private static Task<string> BitmapAsync(string path, string size) =>
        Draw.ClipAsync(path, "-f", "lavfi", "-i", $"testsrc2=s={size}:d=1", "-frames:v", "1");
}
