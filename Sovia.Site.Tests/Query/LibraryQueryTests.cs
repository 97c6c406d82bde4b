using Sovia.Query;
using Sovia.Tests.Index;

namespace Sovia.Tests.Query;

public sealed class LibraryQueryTests
{
    private static readonly DateTimeOffset Now = new(2025, 10, 18, 15, 30, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("")]
    [InlineData("type=all&liked=&sort=date_desc&unit=family&seed=7&search=%20")]
    [InlineData("view=list&after=1_2&utm_source=x")]
    public void defaults_and_unknown_parameters_are_left_out(string address)
    {
        Assert.True(Query(address).IsDefault);
        Assert.Equal(Query(""), Query(address));
    }

    [Theory]
    [InlineData("type=Video", "type=video")]
    [InlineData("model=b&model=a&model=b", "model=a,b")]
    [InlineData("model=b,%20a", "model=a,b")]
    [InlineData("model=-b,a&MODEL=-c", "model=a,-b,-c")]
    [InlineData("model=NONE", "model=none")]
    [InlineData("model=%22none%22", "model=%22none%22")]
    [InlineData("model=a+b", "model=a%20b")]
    [InlineData("model=%22a,b%22", "model=%22a,b%22")]
    [InlineData("videos=21+", "videos=21%2B")]
    [InlineData("videos=21%2B,2-5,0", "videos=0,2-5,21%2B")]
    [InlineData("month=2025-9&month=-2024-12", "month=2025-09,-2024-12")]
    [InlineData("search=Dragon++(castle)", "search=dragon%20castle")]
    [InlineData("search=a&search=b", "search=b")]
    [InlineData("search=videos:%3E5+caf%C3%A9", "search=videos:%3E5%20caf%C3%A9")]
    [InlineData("search=a+type:picure", "search=a%20type:picure")]
    [InlineData("sort=random", "sort=random&seed=0")]
    [InlineData("seed=-5&sort=RANDOM", "sort=random&seed=-5")]
    [InlineData("unit=post&search=x&sort=likes&bytes=missing&prompt=any&mode=m&liked=unknown",
        "liked=unknown&mode=m&prompt=any&bytes=missing&search=x&sort=likes&unit=post")]
    public void one_query_has_one_address(string address, string canonical)
    {
        Assert.Equal(canonical, Query(address).ToQueryString());
        Assert.Equal(canonical, Query("?" + canonical).ToQueryString());
    }

    [Theory]
    [InlineData("type=picture&liked=true", "liked=true", "type", "picture", "image, video")]
    [InlineData("liked=maybe,true", "liked=true", "liked", "maybe", "unknown")]
    [InlineData("month=2025-13", "", "month", "2025-13", "2025-10")]
    [InlineData("videos=7&model=a", "model=a", "videos", "7", "6-10")]
    [InlineData("sort=best&type=image", "type=image", "sort", "best", "date_desc")]
    [InlineData("unit=album", "", "unit", "album", "family, post")]
    [InlineData("sort=random&seed=x", "sort=random&seed=0", "seed", "x", "whole number")]
    public void an_unknown_value_is_told_and_the_rest_applies(string address, string canonical, string parameter, string value, string says)
    {
        var (query, messages) = LibraryQuery.Parse(address, Now);
        Assert.Equal(canonical, query.ToQueryString());
        var message = Assert.Single(messages);
        Assert.Equal((parameter, value), (message.Parameter, message.Value));
        Assert.Contains($"“{value}” isn't a valid {parameter}. ", message.Text, StringComparison.Ordinal);
        Assert.Contains(says, message.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("type=image", "dragon silent")]
    [InlineData("type=video", "dragon clip cat")]
    [InlineData("type=-video", "silent stub")]
    [InlineData("type=video,-image", "clip cat")]
    [InlineData("type=image,video", "dragon silent clip cat")]
    [InlineData("type=-image", "clip cat stub")]
    [InlineData("type=image&liked=true", "dragon")]
    [InlineData("model=imagine_X,none", "dragon silent cat stub")]
    [InlineData("model=-none", "dragon clip")]
    [InlineData("model=%22none%22", "clip")]
    [InlineData("month=2025-10", "dragon clip")]
    [InlineData("month=-none", "dragon clip cat")]
    [InlineData("videos=2-5", "dragon cat")]
    [InlineData("bytes=missing&prompt=any", "cat")]
    [InlineData("search=дракон+or+猫&liked=-false", "cat")]
    [InlineData("liked=true,-true", "")]
    public void facets_are_anded_and_their_values_ored(string address, string found) =>
    Assert.Equal(found, Rows.FindNames(Query(address).Term));

    [Fact]
    public void the_filter_key_knows_the_unit_and_the_day_but_not_the_order()
    {
        Assert.Equal(Query("type=image&search=a").FilterKey, Query("type=image&search=a&sort=random&seed=3").FilterKey);
        Assert.Equal(Query("search=a").FilterKey, Query("search=a+type:x").FilterKey);
        Assert.NotEqual(Query("type=image").FilterKey, Query("type=image&unit=post").FilterKey);
        Assert.NotEqual(Query("search=date:today").FilterKey, LibraryQuery.Parse("search=date:today", Now.AddDays(1)).Query.FilterKey);
        Assert.Equal(Query("search=date:today"), LibraryQuery.Parse("search=date:today", Now.AddDays(1)).Query);
    }

    internal static LibraryQuery Query(string address) => LibraryQuery.Parse(address, Now).Query;
}
