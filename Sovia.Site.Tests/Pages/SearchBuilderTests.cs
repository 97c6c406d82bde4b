using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Sovia.Pages.Collections;
using Sovia.Query;
using Sovia.Query.Language;
using Sovia.Tests.Query.Language;
using Sovia.Tests.Support;

namespace Sovia.Tests.Pages;

public sealed class SearchBuilderTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("kind=all&group=0&not=&field=&value=red sky", "((red sky))")]
    [InlineData("kind=any&group=0&not=&field=model&value=a,b&group=0&not=not&field=videos&value=>=5", "(model:a,b or -videos:>=5)")]
    [InlineData(
        "join=any&kind=all&kind=not-any&group=0&not=&field=tag&value=red "
        + "sky&group=1&not=&field=is&value=liked&group=1&not=&field=rating&value=4", "(tag:\"red sky\") or -(is:liked or rating:4)")]
    [InlineData("kind=all&kind=all&group=0&not=&field=tag&value=&group=1&not=&field=is&value=rated", "(is:rated)")]
    [InlineData("kind=all&group=0&not=&field=nonsense&value=heron", "((heron))")]
    [InlineData("kind=all&group=7&not=&field=is&value=rated", "")]
    public void groups_and_conditions_become_a_search(string form, string search)
    {
        var built = SearchBuilder.Read(Form(form));
        Assert.Equal(search, built.Search);
        if (search.Length > 0) Assert.Empty(StrictQueryParser.Parse(built.Query, Make.Start).Problems);
        Assert.NotEmpty(built.Groups);
    }

    [Theory]
    [InlineData("search=red sky tag:sea -is:rated", "all", "all: red sky | tag=sea | -is=rated")]
    [InlineData("search=a or model:x,y or -tag:\"b c\"", "any", "any: a | model=x,y | -tag=b c quoted")]
    [InlineData("search=(tag:a or tag:b) -(type:video is:liked) heron", "all", "any: tag=a | tag=b; not all: type=video | is=liked; all: heron")]
    [InlineData("type=video&tag=sea,-night&search=heron", "all", "all: heron | type=video | tag=sea | -tag=night")]
    [InlineData("search=heron (a or (b -(c or d)))", "all", "all: heron; text")]
    public void a_query_is_read_back_into_groups(string query, string join, string shown)
    {
        var read = SearchBuilder.Read(Form($"query={Uri.EscapeDataString(query)}"), Make.Start, TimeZoneInfo.Utc);
        Assert.Equal(join, read.IsAny ? "any" : "all");
        Assert.Equal(shown, string.Join("; ", read.Groups.Select(group => group.Rows is [var only] && read.Texts.Contains(only.Value) ? "text"
            : $"{(group.IsNot ? "not " : "")}{(group.IsAny ? "any" : "all")}: "
            + string.Join(" | ", group.Rows.Select(row => $"{(row.IsNot ? "-" : "")}{(row.Field.Length == 0 ? "" : $"{row.Field}=")}"
                + (row.Value.StartsWith('"') ? $"{row.Value.Trim('"')} quoted" : row.Value))))));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void a_query_that_is_read_back_means_the_same(int seed)
    {
        var random = new Random(seed);
        for (var time = 0; time < 300; time++)
        {
            var text = RandomSearch.Next(random);
            if (ParsedSearch.Parse(text, Make.Start) is not { IsValid: true, Canonical.Length: > 0 } search) continue;
            var read = SearchBuilder.Read(Form($"query={Uri.EscapeDataString($"search={Uri.EscapeDataString(search.Canonical)}&sort=rating")}"),
                Make.Start, TimeZoneInfo.Utc);
            Assert.Null(read.Problem);
            Assert.Equal("sort=rating", read.OtherParameters);
            var built = ParsedSearch.Parse(read.Search, Make.Start);
            Assert.Equal(search.Canonical, built.Canonical);
        }
    }

    [Fact]
    public void a_query_with_a_mistake_is_not_read_back_and_says_why()
    {
        var read = SearchBuilder.Read(Form("query=search=type:vidoe"), Make.Start, TimeZoneInfo.Utc);
        Assert.NotEmpty(read.Problem!);
        Assert.Equal("", read.Search);
    }

    [Fact]
    public void buttons_add_and_remove_conditions_and_groups()
    {
        const string Two =
            "kind=all&kind=any&group=0&not=&field=is&value=rated&group=0&not=&field=is&value=liked&group=1&not=&field=&value=heron";
        Assert.Equal([2, 1, 1], RowsOf($"{Two}&do=group"));
        Assert.Equal([3, 1], RowsOf($"{Two}&do=add 0"));
        Assert.Equal([1, 1], RowsOf($"{Two}&do=remove 1"));
        Assert.Equal("(is:rated) ((heron))", SearchBuilder.Read(Form($"{Two}&do=remove 1")).Search);
        // A group goes with its last condition, and the last group leaves a blank one.
        Assert.Equal([2], RowsOf($"{Two}&do=remove 2"));
        Assert.Equal([1], RowsOf("kind=all&group=0&not=&field=is&value=rated&do=remove 0"));
        Assert.Equal([2, 1], RowsOf($"{Two}&do=remove 99"));
        Assert.Equal([2, 1], RowsOf($"{Two}&do=nonsense"));
    }

    private static IEnumerable<int> RowsOf(string form) => SearchBuilder.Read(Form(form)).Groups.Select(group => group.Rows.Count);

    private static QueryCollection Form(string text)
    {
        var escaped = text.Replace(" ", "%20", StringComparison.Ordinal).Replace("=>=", "=%3E%3D", StringComparison.Ordinal);
        return new(QueryHelpers.ParseQuery($"?{escaped}"));
    }
}
