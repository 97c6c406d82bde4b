using Microsoft.AspNetCore.Http;
using Sovia.Pages;
using Sovia.Query;

namespace Sovia.Tests.Pages;

/// <summary>A page is kept for the day that its query means. It is evening in UTC, and the next day in Tokyo.</summary>
public sealed class ViewerTimeZoneTests
{
    private static readonly DateTimeOffset Now = new(2025, 10, 18, 15, 30, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("", "20251018")]
    [InlineData("?tz=Asia/Tokyo", "20251019")]
    [InlineData("?tz=Asia/Tokyo&tz=", "20251019")]
    [InlineData("?tz=Asia/Tokyo&tz=%20", "20251019")]
    [InlineData("?TZ=Asia/Tokyo&tz=%20", "20251019")]
    [InlineData("?tz=Asia/Tokyo&tz=UTC", "20251018")]
    [InlineData("?tz=UTC&tz=+Asia/Tokyo+", "20251019")]
    [InlineData("?tz=Asia/Tokyo&tz=Mars/Olympus", "20251018")]
    public void the_key_of_a_kept_page_has_the_day_of_its_query(string address, string day)
    {
        var request = new DefaultHttpContext().Request;
        request.QueryString = new(address);
        Assert.Equal($"UTC {day}", ViewerTimeZone.GetCacheKey(request, Now));
        var query = LibraryQuery.Parse(address, Now).Query.WithSearch("date:today");
        Assert.Equal(LibraryQuery.Parse("search=date:today&tz=" + (day == "20251019" ? "Asia/Tokyo" : "UTC"), Now).Query.FilterKey,
            query.FilterKey);
    }
}
