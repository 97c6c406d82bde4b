using Sovia.Query;
using Sovia.Query.Facets;
using Sovia.Query.Terms;

namespace Sovia.Tests.Query;

public sealed class ChangingQueryTests
{
    private static readonly Facet Type = Facet.Find("type")!, Model = Facet.Find("model")!;

    [Fact]
    public void a_value_is_included_excluded_and_dropped()
    {
        var query = Query("sort=model").Include(Type, "image");
        Assert.Equal("type=image&sort=model", query.ToQueryString());
        Assert.Equal("type=-image&sort=model", query.Exclude(Type, "image").ToQueryString());
        Assert.Equal("type=image,video&sort=model", query.Include(Type, "video").Include(Type, "video").ToQueryString());
        Assert.Equal("sort=model", query.Without(Type, "image").ToQueryString());
        Assert.Equal("sort=model", query.Toggle(Type, "image").ToQueryString());
        Assert.Equal("type=image&sort=model", query.Exclude(Type, "image").Toggle(Type, "image").ToQueryString());
    }

    [Theory]
    [InlineData(null, "none")]
    [InlineData("none", "\"none\"")]
    [InlineData("imagine h 1", "imagine h 1")]
    [InlineData("-a", "\"-a\"")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("\"a", "\"\"\"a\"")]
    public void a_name_is_written_so_that_it_is_read_as_itself(string? name, string written)
    {
        Assert.Equal(written, Model.FormatValue(name));
        var query = Query("").Include(Model, Model.FormatValue(name)).Exclude(Model, "x");
        Assert.Equal(query, Query(query.ToQueryString()));
        Assert.Equal(new Term.ModelIs(name), Model.ToTerm(Model.FormatValue(name)));
        Assert.Equal(name ?? "Unknown", Model.GetLabel(written));
    }

    [Fact]
    public void a_chip_tells_what_it_is_and_how_to_be_rid_of_it()
    {
        var query = Query("model=a,-b&month=2025-10&search=Dragon&sort=likes&unit=post");
        Assert.Equal(
            ["Model a", "Model not b", "Month October 2025", "Search dragon"],
            query.Chips.Select(filterChip => $"{filterChip.Title} {(filterChip.Excluded ? "not " : "")}{filterChip.Label}"));
        Assert.Equal(
            [
                "model=-b&month=2025-10&search=dragon&sort=likes&unit=post",
                "model=a&month=2025-10&search=dragon&sort=likes&unit=post",
                "model=a,-b&search=dragon&sort=likes&unit=post",
                "model=a,-b&month=2025-10&sort=likes&unit=post",
            ],
            query.Chips.Select(filterChip => filterChip.Without.ToQueryString()));
        Assert.Equal("sort=likes&unit=post", query.WithoutFilters.ToQueryString());
        Assert.False(query.IsUnfiltered);
        Assert.True(query.WithoutFilters.IsUnfiltered);
    }

    [Fact]
    public void a_search_a_sort_and_a_unit_are_changed()
    {
        var query = Query("").WithSearch("a  b").WithSort(SortBy.Random, 7).WithUnit(ListUnit.Post);
        Assert.Equal("search=a%20b&sort=random&seed=7&unit=post", query.ToQueryString());
        Assert.Equal("search=a%20b&unit=post", query.WithSort(SortBy.DateDesc, 7).ToQueryString());
    }

    [Fact]
    public void a_search_with_a_fault_keeps_its_text_and_its_messages()
    {
        var query = Query("search=%20Dragon+type:picure");
        Assert.Equal("Dragon type:picure", query.SearchText);
        Assert.Single(query.Search.Messages);
        Assert.Equal("dragon", query.Search.Canonical);
    }

    private static LibraryQuery Query(string address) => LibraryQueryTests.Query(address);
}
