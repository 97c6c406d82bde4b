using Sovia.Index;
using Sovia.Library;
using Sovia.Library.Families;
using Sovia.Prompts.LikeRates;
using Sovia.Query.Terms;
using Sovia.Tests.Query.Terms;
using Sovia.Tests.Support;

namespace Sovia.Tests.Prompts;

public sealed class LikeRateTests(SoviaHost host) : PromptTest(host)
{
    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(0, 10, 0)]
    [InlineData(1, 1, 0.2065)]
    [InlineData(5, 10, 0.2366)]
    [InlineData(10, 10, 0.7225)]
    [InlineData(81, 263, 0.2553)]
    public void the_lower_bound_is_the_published_one(int hits, int cases, double bound) =>
    Assert.Equal(bound, WilsonInterval.LowerBound(hits, cases), 0.0001);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void counts_match_plain_evaluation_of_every_family(int seed)
    {
        var random = new RandomTerms(seed);
        var rows = Enumerable.Range(0, 150).Select(_ => random.Family())
            .Select(posts => IndexRowBuilder.BuildFamily(FamilyBuilder.Build(posts), posts)).ToList();
        var tally = new LikeRateCounter();
        foreach (var row in rows) tally.CountFamily(row.Liked == true, TextsOf(row), row.Models, row.Modes);
        foreach (var row in rows) tally.CountPairs(row.Liked == true, TextsOf(row));
        var found = tally.ToRanking();
        Assert.Equal((rows.Count, rows.Count(row => row.Liked == true)), (found.Families, found.Likes));
        Assert.NotEmpty(found.Pairs);
        void Same(IEnumerable<LikeRate> ranked, IEnumerable<(string Value, Term Term)> plain) => Assert.Equal(
            LikeRateRanking.SelectBest(plain.Select(one => rows.Where(row => TermEvaluator.Matches(one.Term, row)).ToList() is var with
                ? new LikeRate(one.Value, with.Count, with.Count(row => row.Liked == true)) : null!)),
            ranked);
        var lines = rows.SelectMany(row => row.Texts).SelectMany(text => (IReadOnlyList<string>[])[text.Words, text.WordsWithParts])
            .ToList();
        Same(found.Words, lines.SelectMany(line => line).Distinct().Select(word => (word, (Term)new Term.Word(word, Exact: true))));
        Same(found.Pairs, lines.SelectMany(line => line.Zip(line.Skip(1))).Distinct()
            .Select(pair => ($"{pair.First} {pair.Second}", (Term)new Term.Phrase([pair.First, pair.Second]))));
        Same(found.Models, rows.SelectMany(row => row.Models).DistinctBy(model => model.ToUpperInvariant())
            .Select(model => (model, (Term)new Term.ModelIs(model))));
    }

    [Fact]
    public async Task each_count_matches_its_list_and_small_samples_are_not_ranked()
    {
        string[] words = ["heron", "Dragon", "close-up", "or", "猫", "blue_eyes", "café", "don't", "GoldenHour", "100%", "night"];
        var random = new Random(3);
        var families = Enumerable.Range(0, 60).Select(i =>
        {
            var root =
                Make.Still(i, string.Join(' ', Enumerable.Range(0, random.Next(1, 6)).Select(_ => words[random.Next(words.Length)])));
            return (Post[])[root with { Liked = random.Next(2) == 0 ? true : null, Model = random.Next(2) == 0 ? "imagine_h_1"
                : "odd, \"name\"" }, Make.Clip(root, i + 1, "a rare wombat"[..(i < 4 ? 13 : 6)])];
        }).ToList();
        await StoreAsync([.. families.SelectMany(family => family)]);
        foreach (var family in families.Take(20)) await LikeAsync(family[1].Id, liked: random.Next(2) == 0);
        await ChangeAsync(new() { Trashed = true }, families[30][0].Id, families[30][1].Id);
        var page = await OpenAsync("/prompts/likes");
        var rows = page.QuerySelectorAll(".earned tbody tr");
        Assert.True(rows.Length > 20, $"{rows.Length} rows");
        foreach (var row in rows)
        {
            var (all, liked) = (row.QuerySelector("[data-stacks]")!, row.QuerySelector("[data-likes]")!);
            var (there, of) = (await CountAsync(all.GetAttribute("href")![2..]), await CountAsync(liked.GetAttribute("href")![2..]));
            Assert.Equal($"{row.QuerySelector("a")!.TextContent} {there} {of}",
                $"{row.QuerySelector("a")!.TextContent} {all.GetAttribute("data-stacks")} {liked.GetAttribute("data-likes")}");
            Assert.True(there >= LikeRateRanking.MinFamilies);
        }
        Assert.DoesNotContain(rows, row => row.TextContent.Contains("wombat", StringComparison.Ordinal));
        var lifts = page.QuerySelectorAll("section[aria-labelledby=words] tbody tr td:nth-child(2)")
            .Select(cell => double.Parse(cell.TextContent.TrimEnd('×'), System.Globalization.CultureInfo.InvariantCulture)).ToList();
        Assert.Equal(lifts.OrderDescending(), lifts);
    }

    [Fact]
    public async Task a_like_shows_at_the_next_look_and_without_any_nothing_is_ranked()
    {
        var posts = Enumerable.Range(0, 6).Select(i => Make.Still(i, "a heron")).ToArray();
        await StoreAsync(posts);
        Assert.Contains("No likes yet", (await OpenAsync("/prompts/likes")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        await LikeAsync(posts[0].Id);
        Assert.Equal(["1", "1"], (await OpenAsync("/prompts/likes")).QuerySelectorAll("section[aria-labelledby=words] [data-likes]")
            .Select(cell => cell.GetAttribute("data-likes")!));
    }

    private static string TextsOf(IndexRow row) =>
        string.Join('\n', row.Texts.Select(text => System.Text.Encoding.UTF8.GetString(text.PhraseText.Span)));
}
