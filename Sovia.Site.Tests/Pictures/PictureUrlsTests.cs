using Sovia.Library;
using Sovia.Pictures;

namespace Sovia.Tests.Pictures;

public sealed class PictureUrlsTests
{
    private static readonly string Hash = new('a', 64);

    [Theory]
    [InlineData(null, "256 256w, 512 512w, 1024 1024w")]
    [InlineData(2000, "256 256w, 512 512w, 1024 1024w")]
    [InlineData(512, "256 256w, 512 512w")]
    [InlineData(464, "256 256w, 512 464w")]
    [InlineData(100, "256 100w")]
    public void a_source_set_offers_no_width_that_adds_nothing(int? width, string offered)
    {
        var file = new PostFile { Sha256 = Hash, Mime = "image/png", Length = 1, Method = "path", Width = width };
        Assert.Equal(offered, PictureUrls.GetSourceSet(file).Replace($"/files/by-hash/{Hash}/", "", StringComparison.Ordinal));
    }

    [Fact]
    public void only_widths_that_are_built_have_addresses()
    {
        var file = new PostFile { Sha256 = Hash, Mime = "image/png", Length = 1, Method = "path" };
        Assert.Equal($"/files/by-hash/{Hash}/512", PictureUrls.GetUrl(file, 512));
        Assert.Throws<ArgumentOutOfRangeException>(() => PictureUrls.GetUrl(file, 300));
    }
}
