using Sovia.Library;
using Sovia.Prompts;
using Sovia.Tests.Support;

namespace Sovia.Tests.Prompts;

/// <summary>Prompts are what a plain computation over the library gives, whatever happened to it.</summary>
public sealed class FollowingTests(SoviaHost host) : PromptTest(host)
{
    private static readonly string?[] Texts =
    [
        "A heron", "a HERON ", "a heron --mode=custom", "stars over the sea", "Stars over the sea",
        "https://assets.grok.com/users/1/2/content stars over the sea", "https://assets.grok.com/users/1/2/content",
        "ночь", "red fox", "red  fox", "=1+1", "100% \\_ '\"", null, "",
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task counts_match_a_plain_computation_after_any_changes(int seed)
    {
        var random = new Random(seed);
        T One<T>(params T[] values) => values[random.Next(values.Length)];
        var library = new Dictionary<Guid, Post>();
        var decided = new Dictionary<Guid, (bool? Liked, int Rating, bool IsAside)>();
        Post Randomise(Post post) => post with
        {
            Prompt = post.Kind == MediaKind.Image ? One(Texts) : One(null, "A caption"),
            OriginalPrompt = post.Kind == MediaKind.Video ? One(Texts) : null,
            Mode = post.Kind == MediaKind.Video ? One("custom", "normal", null) : null,
            Model = One("imagine_h_1", "imagine_w_1", null),
            Liked = One<bool?>(true, false, null),
            CreatedAt = random.Next(6) == 0 ? null : Make.Start.AddMinutes(random.Next(5_000)),
        };
        for (var round = 0; round < 6; round++)
        {
            var root = Randomise(Make.Still());
            Post[] changed =
            [
                root, .. Enumerable.Range(0, random.Next(4)).Select(_ => Randomise(Make.Clip(root))), Randomise(Make.Still()),
                .. library.Values.OrderBy(post => post.Id).Where(_ => random.Next(4) == 0).Select(Randomise),
            ];
            await StoreAsync(changed);
            foreach (var post in changed) library[post.Id] = post;
            foreach (var id in library.Keys.Order().Where(_ => random.Next(3) == 0).ToList())
            {
                var before = decided.GetValueOrDefault(id);
                var (liked, rating, aside) = (One<bool?>(true, false, null), random.Next(6), random.Next(4) == 0);
                await ChangeAsync(new() { Liked = liked, Rating = rating, Trashed = aside }, id);
                decided[id] = (liked ?? before.Liked, rating, aside);
            }
            // Not each time: what was not looked at must not be lost.
            if (round % 2 == 1) await CompareAsync(library.Values, decided);
        }
    }

    private async Task CompareAsync(IReadOnlyCollection<Post> library, Dictionary<Guid, (bool? Liked, int Rating, bool IsAside)> decided)
    {
        var expected = library.Where(post => !decided.GetValueOrDefault(post.Id).IsAside && PromptKey.Compute(post) is not null)
            .GroupBy(post => PromptKey.Compute(post)!.Value).ToDictionary(same => same.Key, same => new
            {
                Uses = same.Count(),
                Families = same.Select(post => post.RootId).Distinct().Count(),
                First = same.Min(post => post.CreatedAt),
                Last = same.Max(post => post.CreatedAt),
                Likes = same.Count(post => (decided.GetValueOrDefault(post.Id).Liked ?? post.Liked) == true),
                Rating = same.Max(post => decided.GetValueOrDefault(post.Id).Rating),
                Models = string.Join(',', same.Select(post => post.Model).OfType<string>().Distinct().Order(StringComparer.Ordinal)),
                Modes = string.Join(',', same.Select(post => post.Mode).OfType<string>().Distinct().Order(StringComparer.Ordinal)),
                Roots = same.Count(post => post.Id == post.RootId),
            });
        foreach (var sort in PromptSort.All)
        {
            var entries = await ListAsync($"sort={sort.Name}");
            Assert.Equal(expected.Keys.Order(), entries.Select(entry => entry.Key).Order());
            Assert.All(entries, entry => Assert.Equal(expected[entry.Key], new
            {
                entry.Uses,
                entry.Families,
                First = entry.FirstAt,
                Last = entry.LastAt,
                entry.Likes,
                Rating = entry.BestRating,
                Models = string.Join(',', entry.Models),
                Modes = string.Join(',', entry.Modes),
                entry.Roots,
            }));
            int[] keys = sort.Name switch
            {
                "usage" => [.. entries.Select(entry => -entry.Uses)],
                "likes" => [.. entries.Select(entry => -entry.Likes)],
                "rating" => [.. entries.Select(entry => -entry.BestRating)],
                _ => [],
            };
            Assert.Equal(keys.Order(), keys);
        }
        // Exactly its posts are behind its link.
        foreach (var (key, one) in expected) Assert.Equal(one.Uses, await CountAsync(Sovia.Pages.Prompts.PromptCard.GetQueryString(key)));
    }
}
