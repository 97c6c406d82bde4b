using Sovia.Library;
using Sovia.Seeding;
using Sovia.Synthetic;

namespace Sovia.Tests.Seeding;

public sealed class SyntheticLibraryTests
{
    private static readonly List<IReadOnlyList<Post>> Many = [.. new SyntheticLibrary(families: 4_000, seed: 1).GenerateFamilies()];

    private static readonly List<Post> Posts = [.. Many.SelectMany(family => family)];

    [Fact]
    public void the_same_numbers_give_the_same_library() => Assert.Equal(Ids(300, 7), Ids(300, 7));

    [Fact]
    public void another_seed_gives_other_posts() => Assert.Empty(Ids(300, 7).Intersect(Ids(300, 8)));

    // A change of what is made up makes figures taken before incomparable; it is to be made on purpose.
    [Fact]
    public void the_library_of_seed_1_is_the_one_that_figures_were_taken_on() =>
        Assert.Equal((Guid.Parse("3f40135f-49f4-4c25-a2e1-69d84d777ec3"), 24_141), (Many[0][0].Id, Posts.Count));

    [Fact]
    public void families_are_mostly_small_and_seldom_huge()
    {
        var children = Many.Select(family => family.Count - 1).ToList();
        Assert.InRange(children.Average(), 4.5, 5.5);
        Assert.InRange(children.Max(), 40, ExportStatistics.MaxChildren);
        Assert.InRange(Part(children, count => count is >= 1 and <= 8), 0.7, 0.9);
        Assert.Contains(0, children);
    }

    [Fact]
    public void most_stills_have_no_words_of_their_own() =>
        Assert.InRange(Part(Many, family => family[0].Prompt is null), 0.62, 0.68);

    [Theory]
    [InlineData(BenchmarkTerms.Common, 0.88, 0.92)]
    [InlineData(BenchmarkTerms.Phrase, 0.04, 0.06)]
    [InlineData(BenchmarkTerms.Uncommon, 0.01, 0.01)]
    [InlineData(BenchmarkTerms.Rare, 0.00025, 0.00025)]
    public void a_marked_word_stands_in_its_part_of_the_families(string word, double least, double most) =>
        Assert.InRange(
            Part(Many, family => family.Any(post => $"{post.UserPrompt} {post.Caption}".Contains(word, StringComparison.Ordinal))), least,
            most);

    [Fact]
    public void prompts_are_from_a_few_words_to_ten_thousand_characters_long()
    {
        var lengths = Posts.Select(post => post.UserPrompt?.Length).OfType<int>().Order().ToList();
        Assert.InRange(lengths[0], 1, 30);
        Assert.InRange(lengths[lengths.Count / 2], 150, 300);
        Assert.InRange(lengths[^1], 5_000, PromptWriter.MaxLength);
    }

    [Theory]
    [InlineData("custom", 0.75, 0.85)]
    [InlineData("normal", 0.12, 0.20)]
    [InlineData("extremely-crazy", 0.01, 0.03)]
    [InlineData("extremely-spicy-or-crazy", 0.004, 0.013)]
    [InlineData("speech", 0.003, 0.012)]
    public void modes_occur_as_often_as_in_exports(string mode, double least, double most) =>
        Assert.InRange(Part(Posts.Where(post => post.Kind == MediaKind.Video), post => post.Mode == mode), least, most);

    [Fact]
    public void the_newer_names_of_models_occur_in_newer_posts_only()
    {
        var named = Posts.Where(post => post.Model?.StartsWith("imagine-", StringComparison.Ordinal) == true).ToList();
        Assert.Equal(["imagine-image-edit", "imagine-image-gen", "imagine-video-gen"], named.Select(post => post.Model).Distinct()
            .Order(StringComparer.Ordinal));
        Assert.All(named, post => Assert.True(post.CreatedAt >= ExportStatistics.NewModelNamesFrom));
    }

    [Fact]
    public void three_years_have_busy_days_and_empty_ones()
    {
        var days = Many.GroupBy(family => family[0].CreatedAt!.Value.Date).ToList();
        Assert.InRange((days.Max(day => day.Key) - days.Min(day => day.Key)).TotalDays, 1_050, 1_100);
        Assert.InRange(days.Count, 300, 800);
        Assert.True(days.Max(day => day.Count()) > 10 * Many.Count / 1_096);
    }

    [Fact]
    public void a_like_is_mostly_stated_and_mostly_true()
    {
        Assert.InRange(Part(Many, family => family[0].Liked == true), 0.85, 0.95);
        Assert.Contains(Many, family => family[0].Liked == false);
        Assert.Contains(Many, family => family[0].Liked is null);
        Assert.All(Posts.Where(post => post.ParentId is not null), post => Assert.Null(post.Liked));
    }

    private static List<Guid> Ids(int families, int seed) =>
        [.. new SyntheticLibrary(families, seed).GenerateFamilies().SelectMany(family => family).Select(post => post.Id)];

    private static double Part<T>(IEnumerable<T> all, Func<T, bool> holds) => all.Average(each => holds(each) ? 1.0 : 0);
}
