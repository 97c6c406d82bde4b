using Sovia.Index;
using Sovia.Library.Browsing;
using Sovia.Query;
using Sovia.Query.Lists;
using Sovia.Tests.Support;

namespace Sovia.Tests.Query.Lists;

public sealed class CursorTests
{
    private static readonly Guid Id = new("0d5f3c1a-7b1e-4f6e-9d0c-2a4b6c8d0e1f");

    [Theory]
    [InlineData("sort=type", "0", true)]
    [InlineData("sort=type", "2", true)]
    [InlineData("sort=type", "3", false)]
    [InlineData("sort=type", "-1", false)]
    [InlineData("sort=type", "99999", false)]
    [InlineData("sort=type", "9999999999", false)]
    [InlineData("sort=type", "image", false)]
    [InlineData("sort=type", "", false)]
    [InlineData("sort=type", null, false)]
    [InlineData("sort=likes", "2", true)]
    [InlineData("sort=likes", "40000", false)]
    [InlineData("sort=likes&unit=post", "2", true)]
    [InlineData("sort=videos", "-86", true)]
    [InlineData("sort=videos", "0", true)]
    [InlineData("sort=videos", "1", false)]
    [InlineData("sort=videos", "-2147483648", true)]
    [InlineData("sort=videos", "-2147483649", false)]
    [InlineData("sort=videos&unit=post", null, true)]
    [InlineData("sort=videos&unit=post", "0", false)]
    [InlineData("sort=model", "imagine_h_1", true)]
    [InlineData("sort=model", "", true)]
    [InlineData("sort=model", null, false)]
    [InlineData("", null, true)]
    [InlineData("", "0", false)]
    [InlineData("sort=date_asc", "imagine_h_1", false)]
    [InlineData("sort=random", null, false)]
    [InlineData("sort=random", "0123456789abcdef", false)]
    [InlineData("sort=random", "x", false)]
    public void a_cursor_is_a_place_in_the_order_that_it_belongs_to_alone(string address, string? key, bool isPlace) =>
        Assert.Equal(isPlace, List(address).IsValidCursor(new(0, Id, key)));

    [Fact]
    public void a_cursor_of_one_shuffle_is_no_place_in_another()
    {
        var place = ShuffledPageReader.ComputeCursor(Id, 5);
        Assert.True(List("sort=random&seed=5").IsValidCursor(place));
        Assert.False(List("sort=random&seed=6").IsValidCursor(place));
        Assert.False(List("sort=random&seed=5").IsValidCursor(place with { Id = Guid.NewGuid() }));
        Assert.False(List("sort=random&seed=5").IsValidCursor(place with { Age = 1 }));
    }

    [Theory]
    [InlineData("-62135596800000000", true)]
    [InlineData("-62135596800000001", false)]
    [InlineData("253402300799999999", true)]
    [InlineData("253402300800000000", false)]
    [InlineData("-9223372036854775808", false)]
    [InlineData("9223372036854775808", false)]
    [InlineData("1e3", false)]
    [InlineData("", false)]
    public void a_time_is_one_of_the_calendar(string micros, bool isRead) =>
    Assert.Equal(isRead, Cursor.Parse($"{micros}_{Id:N}") is not null);

    [Theory]
    [InlineData("0_0d5f3c1a7b1e4f6e9d0c2a4b6c8d0e1f_a\0b")]
    [InlineData("0_0d5f3c1a-7b1e-4f6e-9d0c-2a4b6c8d0e1f")]
    [InlineData("0_0d5f")]
    [InlineData("0")]
    public void invalid_cursors_are_rejected(string text) => Assert.Null(Cursor.Parse(text));

    [Fact]
    public void half_a_character_is_no_model() => Assert.Null(Cursor.Parse($"0_{Id:N}_a{(char)0xD800}"));

    [Fact]
    public void the_first_and_the_last_moment_of_the_calendar_are_read_as_they_were_written() =>
        Assert.All([DateTimeOffset.MinValue, new DateTimeOffset(9999, 12, 31, 23, 59, 59, TimeSpan.Zero)], at =>
        {
            var cursor = new Cursor(SortKeyEncoding.ToAge(at), Id);
            Assert.Equal(cursor, Cursor.Parse(cursor.ToString()));
        });

    private static ResolvedQuery List(string address) => ResolvedQuery.From(LibraryQuery.Parse(address, Make.Start).Query);
}
