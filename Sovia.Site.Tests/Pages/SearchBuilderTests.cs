using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Sovia.Pages.Collections;
using Sovia.Query;
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
