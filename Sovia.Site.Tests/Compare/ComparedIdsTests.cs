using Sovia.Compare;

namespace Sovia.Tests.Compare;

public sealed class ComparedIdsTests
{
    private static readonly Guid[] Ids = [.. Enumerable.Range(1, 6)
        .Select(number => new Guid($"0000000{number}-0000-4000-8000-000000000000"))];

    [Fact]
    public void four_are_shown_and_more_are_refused()
    {
        var read = ComparedIds.Parse([string.Join(',', Ids)]);
        Assert.Equal(Ids[..4], read.Ids);
        Assert.Equal(Ids[4..], read.ExcessIds);
    }

    [Fact]
    public void duplicates_count_once_and_urls_are_accepted_as_ids()
    {
        var read = ComparedIds.Parse([$"{Ids[0]},{Ids[0]}",
            $" http://localhost:5178/posts/{Ids[1]}?search=fox ,{Ids[0].ToString().ToUpperInvariant()}", null, ""]);
        Assert.Equal(Ids[..2], read.Ids);
        Assert.Empty(read.InvalidTexts);
    }

    [Fact]
    public void texts_that_name_no_post_are_reported()
    {
        var read = ComparedIds.Parse([$"fox,{Ids[0]},{new string('x', 5_000)}", "1", "2", "3", "4", "5"]);
        Assert.Equal([Ids[0]], read.Ids);
        Assert.Equal(("fox", 5), (read.InvalidTexts[0], read.InvalidTexts.Count));
        Assert.All(read.InvalidTexts, text => Assert.InRange(text.Length, 1, 100));
    }
}
