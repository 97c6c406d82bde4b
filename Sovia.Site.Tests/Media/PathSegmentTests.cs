using Sovia.Media;

namespace Sovia.Tests.Media;

public sealed class PathSegmentTests
{
    [Theory]
    [InlineData("content")]
    [InlineData(".hidden")]
    [InlineData("a..b")]
    [InlineData("console")]
    [InlineData("com10")]
    [InlineData("image of con.png")]
    [InlineData("写真🦊")]
    [InlineData("%2e%2e")]
    [InlineData("~")]
    [InlineData("$(rm)")]
    public void an_ordinary_or_merely_odd_name_is_safe(string name) => Assert.True(PathSegment.IsSafe(name));

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("...")]
    [InlineData(".. ")]
    [InlineData("a ")]
    [InlineData("a.")]
    [InlineData("a/b")]
    [InlineData("a\\b")]
    [InlineData("a:stream")]
    [InlineData("a\0.png")]
    [InlineData("a\nb")]
    [InlineData("a\u007f")]
    [InlineData("a\u0085")]
    [InlineData("con")]
    [InlineData("NUL.png")]
    [InlineData("Com1.tar.gz")]
    [InlineData("lpt9")]
    [InlineData("aux .txt")]
    public void a_name_that_could_mean_something_else_is_not(string name) => Assert.False(PathSegment.IsSafe(name));

    // Not among the data above: an attribute is kept as UTF-8, which has no halves.
    [Fact]
    public void half_a_surrogate_pair_is_not_but_a_whole_one_is()
    {
        Assert.False(PathSegment.IsSafe("\ud83e"));
        Assert.False(PathSegment.IsSafe("a\udd8a\ud83eb"));
        Assert.True(PathSegment.IsSafe("\ud83e\udd8a"));
    }

    [Fact]
    public void a_name_longer_than_any_file_system_takes_is_not() => Assert.False(PathSegment.IsSafe(new('a', 256)));
}
