using Sovia.Culling;

namespace Sovia.Tests.Culling;

public sealed class TournamentTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void the_strengths_are_those_that_explain_the_comparisons_best(int seed)
    {
        var random = new Random(seed);
        var comparisons = Enumerable.Range(0, 40).Select(_ => (First: random.Next(6), Second: random.Next(6), Score: random.Next(3) / 2.0))
            .Where(one => one.First != one.Second).ToList();
        var fit = BradleyTerry.Fit(6, comparisons);
        // At the maximum the slope is zero for each item: as many wins as are expected, less what the prior takes.
        for (var item = 0; item < 6; item++)
        {
            var slope = -0.25 * fit.GetStrength(item);
            foreach (var (first, second, score) in comparisons)
            {
                var expected = 1 / (1 + Math.Exp(fit.GetStrength(second) - fit.GetStrength(first)));
                slope += item == first ? score - expected : item == second ? expected - score : 0;
            }
            Assert.Equal(0, slope, 6);
        }
        Assert.All(Enumerable.Range(1, 5), item => Assert.True(fit.GetInformation(0, item) > 0));
    }

    [Theory]
    [InlineData(2, 1)]
    [InlineData(5, 2)]
    [InlineData(12, 3)]
    [InlineData(30, 4)]
    public void the_pairs_that_are_offered_lead_to_the_best_with_few_comparisons(int count, int seed)
    {
        var random = new Random(seed);
        Guid[] trueOrder = [.. Enumerable.Range(0, count).Select(_ => Guid.NewGuid())];
        Guid[] members = [.. trueOrder];
        random.Shuffle(members);
        var tournament = new Tournament { Id = Guid.NewGuid() };
        for (var time = 0; time < Tournament.EstimateComparisons(count); time++)
        {
            var (first, second) = tournament.FindNextPair(members)!.Value;
            Assert.NotEqual(first, second);
            tournament = tournament.Add(
                new(first, second, Array.IndexOf(trueOrder, first) < Array.IndexOf(trueOrder, second) ? first : second));
        }
        var order = tournament.Rank(members);
        Assert.Equal(members.Order(), order.Order());
        Assert.Contains(trueOrder[0], order.Take(Math.Max(1, count / 6)));
        Assert.Contains(trueOrder[^1], order.TakeLast(Math.Max(1, count / 6)));
        Assert.True(Tournament.EstimateComparisons(count) <= count * (count - 1) / 2.0 + 2);
    }

    [Fact]
    public void all_pairs_lead_to_the_order_itself_and_the_last_comparison_can_be_taken_back()
    {
        Guid[] trueOrder = [.. Enumerable.Range(0, 7).Select(_ => Guid.NewGuid())];
        var tournament = new Tournament { Id = Guid.NewGuid() };
        for (var first = 0; first < 7; first++)
            for (var second = first + 1; second < 7; second++)
                tournament = tournament.Add(second % 2 == 0 ? new(trueOrder[first], trueOrder[second], trueOrder[first])
                    : new(trueOrder[second], trueOrder[first], trueOrder[first]));
        Assert.Equal(trueOrder, tournament.Order);
        var tied = new Tournament { Id = Guid.NewGuid() }.Add(new(trueOrder[0], trueOrder[1], null));
        Assert.Equal([trueOrder[0], trueOrder[1]], tied.Rank([trueOrder[0], trueOrder[1]]));
        Assert.Equal([trueOrder[1], trueOrder[0]], tied.Rank([trueOrder[1], trueOrder[0]]));
        Assert.Equal([trueOrder[1], trueOrder[0]], tied.Add(new(trueOrder[0], trueOrder[1], trueOrder[1])).Order);
        Assert.True(tied.RemoveLast() is { IsEmpty: true, Order.Count: 0 });
        Assert.Null(tied.FindNextPair([trueOrder[0]]));
    }
}
