using Sovia.Prompts;
using Sovia.Tests.Support;

namespace Sovia.Tests.Prompts;

public sealed class PromptQueryTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("sort=usage&show=all", "")]
    [InlineData("sort=LIKES&show=Ideas", "show=ideas&sort=likes")]
    [InlineData("search=  lighthouse   -night ", "search=lighthouse%20-night")]
    [InlineData("tag= Sea ", "tag=Sea")]
    public void an_address_has_one_form(string queryString, string canonical)
    {
        Assert.Equal(canonical, Read(queryString).ToQueryString());
        Assert.Equal(canonical, Read(canonical).ToQueryString());
        Assert.Empty(Read(queryString).Messages);
    }

    [Theory]
    [InlineData("sort=best", "sort", true)]
    [InlineData("show=none", "show", true)]
    [InlineData("search=rating:5", "ignored", true)]
    [InlineData("search=liked:true or rating:4", "ignored", true)]
    [InlineData("search=lighthouse rating:5", "ignored", false)]
    [InlineData("search=(sea", "parenthesis", false)]
    public void invalid_parameters_are_reported_and_the_rest_applies(string queryString, string parameter, bool isWhole)
    {
        var query = Read(queryString);
        Assert.Contains(parameter, Assert.Single(query.Messages), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(isWhole, query.IsUnfiltered);
    }

    private static PromptQuery Read(string address)
    {
        var pairs = Sovia.Query.UrlQueryString.Parse(address).ToLookup(pair => pair.Key, pair => pair.Value);
        return PromptQuery.Parse(name => pairs[name].LastOrDefault(value => !string.IsNullOrWhiteSpace(value)), Make.Start);
    }
}
