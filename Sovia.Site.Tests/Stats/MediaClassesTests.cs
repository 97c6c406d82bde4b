using Sovia.Index;
using Sovia.Library;
using Sovia.Tests.Support;

namespace Sovia.Tests.Stats;

/// <summary>Where classes of sizes and lengths begin.</summary>
public sealed class MediaClassesTests
{
    [Theory]
    [InlineData(1, 1, 0)]
    [InlineData(500, 499, 0)]
    [InlineData(500, 500, 1)]
    [InlineData(480, 832, 1)]
    [InlineData(750, 1000, 2)]
    [InlineData(1280, 720, 2)]
    [InlineData(1024, 1536, 3)]
    [InlineData(2000, 2000, 4)]
    [InlineData(100_000, 100_000, 4)]
    public void a_size_has_one_class(int width, int height, int number) =>
        Assert.Equal(MediaClasses.GetSizeBit(number), MediaClasses.Classify(Make.Still() with { Width = width, Height = height }));

    [Theory]
    [InlineData(0.001, 0, 1)]
    [InlineData(4.9996, 1, 5_000)]
    [InlineData(6.04, 1, 6_040)]
    [InlineData(8, 2, 8_000)]
    [InlineData(12, 3, 12_000)]
    [InlineData(20, 4, 20_000)]
    [InlineData(60, 5, 60_000)]
    public void a_length_has_one_class(double seconds, int number, long millis)
    {
        var clip = Make.Clip(Make.Still()) with { Duration = seconds };
        Assert.Equal((MediaClasses.GetDurationBit(number), millis), (MediaClasses.Classify(clip), MediaClasses.GetMilliseconds(clip)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void an_invalid_duration_has_no_class(double seconds) =>
    Assert.Equal(0, MediaClasses.Classify(Make.Clip(Make.Still()) with { Duration = seconds }));

    [Fact]
    public void a_file_tells_what_no_source_says_and_an_image_has_no_length()
    {
        var file = new PostFile
        {
            Sha256 = new('a', 64),
            Mime = "video/mp4",
            Length = 7,
            Method = "test",
            Duration = 9,
            Width = 640,
            Height = 640
        };
        var clip = Make.Clip(Make.Still()) with { File = file };
        Assert.Equal((9_000, 7, MediaClasses.GetDurationBit(2) | MediaClasses.GetSizeBit(1)),
            (MediaClasses.GetMilliseconds(clip), MediaClasses.GetFileSize(clip), MediaClasses.Classify(clip)));
        Assert.Equal(0, MediaClasses.GetFileSize(clip with { File = file with { Missing = true } }));
        Assert.Equal(0, MediaClasses.GetMilliseconds(Make.Still() with { Duration = 3 }));
    }
}
