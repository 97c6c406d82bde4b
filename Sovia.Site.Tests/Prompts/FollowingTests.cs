using Marten;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Sovia.Import;
using Sovia.Library;
using Sovia.Prompts;
using Sovia.Tests.Support;

namespace Sovia.Tests.Prompts;

/// <summary>Prompts are what a plain computation over the library gives, whatever happened to it.</summary>
public sealed class FollowingTests(SoviaHost host) : PromptTest(host)
{
    private static readonly string?[] Texts =
    [
        "A heron", "a HERON ", "a heron --mode=custom", "stars over the sea", "Stars over the sea", "https://assets.grok.com/users/1/2/content stars over the sea", "https://assets.grok.com/users/1/2/content",
        "ночь", "red fox", "red  fox", "=1+1", "100% \\_ '\"", null, "",
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task counts_are_those_of_a_plain_computation_after_any_changes(int seed)
    {
        var random = new Random(seed);
        T One<T>(params T[] values) => values[random.Next(values.Length)];
        var library = new Dictionary<Guid, Post>();
        var decided = new Dictionary<Guid, (bool? Liked, int Rating, bool IsAside)>();
        Post Said(Post post) => post with
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
            var root = Said(Make.Still());
            Post[] changed =
            [
                root, .. Enumerable.Range(0, random.Next(4)).Select(_ => Said(Make.Clip(root))), Said(Make.Still()),
                .. library.Values.OrderBy(post => post.Id).Where(_ => random.Next(4) == 0).Select(Said),
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

    [Fact]
    public async Task the_text_is_the_one_that_was_written_last_and_goes_with_the_last_post()
    {
        var (old, young) = (Make.Still(0, "a heron"), Make.Still(5, "A Heron"));
        await StoreAsync(old, young);
        Assert.Equal(["A Heron"], await TextsAsync());
        await ChangeAsync(new() { Trashed = true }, young.Id);
        Assert.Equal(["a heron"], await TextsAsync());
        await ChangeAsync(new() { Hidden = true }, old.Id);
        Assert.Empty(await TextsAsync());
        using (var gone = await GetAsync(PageOf("a heron"))) Assert.Equal(System.Net.HttpStatusCode.NotFound, gone.StatusCode);
        await ChangeAsync(new() { Trashed = false }, young.Id);
        Assert.Equal(["A Heron"], await TextsAsync());
    }

    [Fact]
    public async Task an_import_its_repetition_and_its_undo_leave_no_use_twice_and_none_behind()
    {
        await StoreAsync(Make.Still(prompt: "stars"));
        var (one, two) = (Guid.NewGuid(), Guid.NewGuid());
        var first = await ImportAsync($"""[{Json(one, "stars")},{Json(two, "a heron")}]""");
        Assert.Equal([("a heron", 1), ("stars", 2)], await UsesAsync());
        await ImportAsync($"""[{Json(one, "stars")},{Json(two, "a heron")}]""");
        Assert.Equal([("a heron", 1), ("stars", 2)], await UsesAsync());
        var second = await ImportAsync($"""[{Json(Guid.NewGuid(), "STARS")},{Json(Guid.NewGuid(), "a quail")}]""");
        Assert.Equal(3, (await ListAsync()).Single(entry => entry.Key == PromptKey.OfClean("stars")).Uses);
        Assert.Null((await Host.Site.Services.GetRequiredService<UndoImport>().RunAsync(second, leavesEdited: false, default)).Refusal);
        Assert.Equal([("a heron", 1), ("stars", 2)], await UsesAsync());
        Assert.Null((await Host.Site.Services.GetRequiredService<UndoImport>().RunAsync(first, leavesEdited: false, default)).Refusal);
        Assert.Contains(("stars", 2), await UsesAsync());
    }

    [Fact]
    public async Task the_job_works_out_what_nobody_asked_for_and_a_rebuild_leaves_it_as_it_is()
    {
        var post = Make.Still(prompt: "a heron");
        await StoreAsync(post);
        await LikeAsync(post.Id);
        await WithAsync((IEnumerable<Sovia.Jobs.IJob> jobs) => RunAsync(jobs.Single(job => job.Name == PromptsJob.JobName)));
        await using var source = NpgsqlDataSource.Create(Host.ConnectionString);
        Assert.Equal("-1 -1 0", await OneAsync(source));
        await Host.Site.Services.GetRequiredService<Rebuild>().RunAsync(staleOnly: false, null, default);
        Assert.Single(await ListAsync());
        Assert.Equal("-1 -1 0", await OneAsync(source));
    }

    private static async Task<bool> RunAsync(Sovia.Jobs.IJob job)
    {
        foreach (var item in await job.WaitingAsync(default)) await job.RunAsync(item, default);
        return true;
    }

    private static async Task<string?> OneAsync(NpgsqlDataSource source)
    {
        await using var command = source.CreateCommand("select format('%s %s %s', by_uses, by_likes, (select count(*) from sovia.prompt_note)) from sovia.prompt");
        return (string?)await command.ExecuteScalarAsync();
    }

    private async Task<IEnumerable<(string, int)>> UsesAsync() => (await ListAsync("sort=alpha")).Select(entry => (entry.Text, entry.Uses));

    private async Task<Guid> ImportAsync(string json)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes(json)), "files", "export.json" }, { new StringContent("true"), "now" } };
        using var answer = await PostAsync("/import", "/import", form);
        var run = Guid.Parse(answer.Headers.Location!.ToString().Split('/')[^1]);
        await Eventually.TrueAsync(async () => (await LoadRunAsync(run)).State == ImportState.Finished, "the import is over");
        return run;
    }

    private static string Json(Guid id, string prompt) =>
        $$"""{"id":"{{id}}","userId":"01aaaaaa-1111-4222-8333-444444444444","createTime":"2025-10-01T12:00:00Z","prompt":"{{prompt}}","mediaType":"MEDIA_POST_TYPE_IMAGE","mediaUrl":"https://assets.grok.com/users/1/{{id}}/content","mimeType":"image/jpeg","childPosts":[]}""";

    private async Task CompareAsync(IReadOnlyCollection<Post> library, Dictionary<Guid, (bool? Liked, int Rating, bool IsAside)> decided)
    {
        var expected = library.Where(post => !decided.GetValueOrDefault(post.Id).IsAside && PromptKey.Of(post) is not null).GroupBy(post => PromptKey.Of(post)!.Value).ToDictionary(same => same.Key, same => new
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
                entry.Uses, entry.Families, First = entry.FirstAt, Last = entry.LastAt, entry.Likes, Rating = entry.BestRating,
                Models = string.Join(',', entry.Models), Modes = string.Join(',', entry.Modes), entry.Roots,
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
        foreach (var (key, one) in expected) Assert.Equal(one.Uses, await CountAsync(Sovia.Pages.Prompts.PromptCard.QueryOf(key)));
    }
}
