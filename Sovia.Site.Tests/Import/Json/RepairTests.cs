using Sovia.Import;

namespace Sovia.Tests.Import.Json;

/// <summary>A fault in one item of a list, wherever its lines end, costs this item at most.</summary>
public sealed class RepairTests
{
    private static readonly string[] Ids = [.. Enumerable.Range(0, 40).Select(i => $"aaaaaaaa-0000-4000-8000-{i:d12}")];

    private static string Item(string id) => $$"""{"id":"{{id}}","prompt":"{{new string('x', 3000)}}"}""";

    private static string List(string begin, string between, string end, int at, string damaged) => begin
        + string.Join(between, Ids.Select((id, i) => i == at ? damaged.Replace("{id}", id, StringComparison.Ordinal) : Item(id))) + end;

    [Theory]
    [InlineData("""{"id":"{id}",oops}""")]
    [InlineData("""{"id":"{id}","width":0x20}""")]
    [InlineData("""{"id":"{id}","prompt":"a \x41"}""")]
    [InlineData("""{"id":"{id}" "prompt":"no comma"}""")]
    public void a_damaged_item_is_reported_at_its_place_and_the_others_are_read(string damaged)
    {
        foreach (var at in new[] { 0, 20, 39 })
            foreach (var (begin, between, end, place) in new[] { ("[", ",", "]", ""), ("[\n  ", ",\n  ", "\n]", ""),
                ("{\"posts\":[", ", ", "],\"nextCursor\":\"1\"}", ".posts") })
            {
                var result = SourceItems.Read(List(begin, between, end, at, damaged));
                Assert.Equal(Ids.Where((_, i) => i != at), result.Posts.Select(post => post.Id.ToString()));
                var issue = Assert.Single(result.Issues);
                Assert.Equal((IssueCode.Truncated, $"${place}[{at}]", true), (issue.Code, issue.Path, issue.Rejected));
            }
    }

    [Theory]
    [InlineData("NaN")]
    [InlineData("-Infinity")]
    [InlineData("undefined")]
    [InlineData("None")]
    [InlineData("False")]
    public void words_that_other_languages_write_for_a_value_cost_nothing(string word)
    {
        foreach (var at in new[] { 0, 20, 39 })
        {
            var result = SourceItems.Read(List("{\"posts\": [", ",", "], \"total\": " + word + "}", at,
                $$"""{"id":"{id}","prompt":"None, NaN","rRated":{{word}},"tags":[{{word}}, {{word}} ],"width":{{word}}}"""));
            Assert.Equal(Ids, result.Posts.Select(post => post.Id.ToString()));
            Assert.Empty(result.Issues);
            Assert.Equal("None, NaN", result.Posts.ElementAt(at).Prompt);
            Assert.Null(result.Posts.ElementAt(at).Width);
        }
    }

    [Theory]
    [InlineData("[{0}")]
    [InlineData("{0}")]
    [InlineData("{\"posts\":[{0}")]
    public void an_item_that_is_cut_off_keeps_the_posts_listed_in_it_before(string around)
    {
        var whole = $$"""{"id":"{{Ids[0]}}","prompt":"root","childPosts":[{{Item(Ids[1])}},{"id":"{{Ids[2]}}","childPosts":[{{Item(Ids[3])}},{"id":"{{Ids[4]}}","prompt":"a""";
        var result = SourceItems.Read(around.Replace("{0}", whole, StringComparison.Ordinal));
        Assert.Equal(Ids[..4], result.Posts.Select(post => post.Id.ToString()));
        Assert.Equal([null, Ids[0], Ids[0], Ids[2]], result.Incoming.Select(post => post.Enclosing?.ToString()));
        Assert.Contains(result.Issues, issue => issue is { Code: IssueCode.Truncated, Rejected: true });
    }
}
