using Sovia.Prompts;
using Sovia.Text;

namespace Sovia.Tests.Prompts;

public sealed class WordEditDistanceTests
{
    [Theory]
    [InlineData("a red fox", "a red fox", 0)]
    [InlineData("a red fox", "A RED, fox!", 0)]
    [InlineData("a red fox", "a blue fox", 1)]
    [InlineData("a red fox", "a fox", 1)]
    [InlineData("a red fox", "a red fox at night", 2)]
    [InlineData("a red fox", "fox red a", 2)]
    [InlineData("", "a red fox", 3)]
    public void words_that_are_added_left_out_or_others_count_one(string one, string other, int steps)
    {
        Assert.Equal(steps, Between(one, other, 10));
        Assert.Equal(steps, Between(other, one, 10));
    }

    [Fact]
    public void the_distance_matches_the_plain_recurrence_up_to_the_limit()
    {
        var random = new Random(5);
        for (var i = 0; i < 500; i++)
        {
            string[] one = [.. Some(random)], other = [.. Some(random)];
            var (plain, most) = (Plain(one, other, one.Length, other.Length), random.Next(8));
            Assert.Equal(Math.Min(plain, most + 1), WordEditDistance.Compute(one, other, most));
        }
    }

    [Fact]
    public void prompts_of_nearly_the_same_words_share_a_band()
    {
        var random = new Random(6);
        var (near, far) = (0, 0);
        for (var i = 0; i < 300; i++)
        {
            string[] words = [.. Enumerable.Range(0, 20).Select(_ => $"word{random.Next(5_000)}")];
            string[] changed = [.. words];
            changed[random.Next(20)] = "otherwise";
            if (MinHashBands.Compute(words).Intersect(MinHashBands.Compute(changed)).Any()) near++;
            if (MinHashBands.Compute(words)
                .Intersect(MinHashBands.Compute([.. Enumerable.Range(0, 20).Select(_ => $"word{random.Next(5_000)}")])).Any()) far++;
        }
        Assert.True(near >= 295, $"{near} of 300 that differ in a word of twenty");
        Assert.True(far <= 3, $"{far} of 300 that share nothing");
        Assert.Empty(MinHashBands.Compute([]));
        Assert.NotEmpty(MinHashBands.Compute(["red", "fox"]).Intersect(MinHashBands.Compute(["blue", "fox"])));
    }

    private static IEnumerable<string> Some(Random random) => Enumerable.Range(0, random.Next(7)).Select(_ => $"{random.Next(4)}");

    private static int Plain(string[] one, string[] other, int i, int j) => i == 0 ? j : j == 0 ? i : Math.Min(
        Math.Min(Plain(one, other, i - 1, j), Plain(one, other, i, j - 1)) + 1, Plain(one, other, i - 1, j - 1)
        + (one[i - 1] == other[j - 1] ? 0 : 1));

    private static int Between(string one, string other, int most) =>
        WordEditDistance.Compute([.. Tokenizer.GetWords(one)], [.. Tokenizer.GetWords(other)], most);
}
