using System.Net;
using Sovia.Curation;
using Sovia.Index;
using Sovia.Library;
using Sovia.Library.Rebuilding;
using Sovia.Query.Terms;
using Sovia.Tests.Import;
using Sovia.Tests.Query.Terms;
using Sovia.Tests.Support;

namespace Sovia.Tests.Curation;

/// <summary>What is hidden or in the trash is in no list, count, facet, suggestion or neighbour but where it is asked for.</summary>
public sealed class VisibilityTests(SoviaHost host) : ImportTest(host)
{
    [Theory]
    [InlineData(5)]
    [InlineData(6)]
    public async Task the_library_looks_as_if_unlisted_posts_did_not_exist(int seed)
    {
        var random = new RandomTerms(seed);
        var seededRandom = new Random(seed);
        var families = Enumerable.Range(0, 40).Select(_ => random.Family()).ToList();
        Post[] posts = [.. families.SelectMany(family => family)];
        await StoreAsync(posts);
        Guid[] trashed = [.. posts.Where(_ => seededRandom.Next(4) == 0).Select(post => post.Id)];
        Guid[] hidden = [.. posts.Where(_ => seededRandom.Next(6) == 0).Select(post => post.Id)];
        var before = await LibraryDump.ReadAsync(Host.ConnectionString);
        await ChangeAsync(new() { Trashed = true }, trashed);
        await ChangeAsync(new() { Hidden = true }, hidden);

        var shown = posts.Where(post => !trashed.Contains(post.Id) && !hidden.Contains(post.Id)).ToList();
        var alone = shown.ConvertAll(post => IndexRowBuilder.BuildPost(post));
        foreach (var address in new[] { "", "type=video", "liked=true", "search=dragon", "search=-dragon", "sort=videos",
            "model=-imagine_h_1", "sort=random&seed=2", "search=rating:none", "sort=rating" })
        {
            var list = Make.ParseQuery($"{address}&unit=post");
            Assert.Equal(alone.Where(row => TermEvaluator.Matches(list.Term, row)).Select(row => row.Id).Order(),
                (await WalkAsync(list)).Order());
            Assert.Equal(alone.Count(row => TermEvaluator.Matches(list.Term, row)), await CountAsync($"{address}&unit=post"));
            var left = await WalkAsync(Make.ParseQuery(address));
            Assert.Equal(left.Count, await CountAsync(address));
            Assert.Superset(left.ToHashSet(), shown.Select(post => post.RootId).ToHashSet());
        }
        Assert.Equal(shown.Select(post => post.RootId).Distinct().Count(), await CountAsync(""));
        Assert.Equal(trashed.Order(), (await WalkAsync(Make.ParseQuery("search=is:trashed&unit=post"))).Order());
        Assert.Equal(hidden.Except(trashed).Order(), (await WalkAsync(Make.ParseQuery("search=is:hidden&unit=post"))).Order());
        // Post by post, whatever the unit, and as many as are counted.
        Assert.Equal(trashed.Order(), (await WalkAsync(Make.ParseQuery("search=is:trashed"))).Order());
        Assert.Equal(trashed.Length, await CountAsync("search=is:trashed"));
        // Deriving it all again changes nothing.
        var aside = await LibraryDump.ReadAsync(Host.ConnectionString);
        await WithAsync((RebuildLibrary rebuildLibrary) => rebuildLibrary.RunAsync(staleOnly: false, null, default));
        Assert.Equal(aside, await LibraryDump.ReadAsync(Host.ConnectionString));
        // And all of it comes back.
        foreach (var batch in await WithAsync((Sovia.Curation.ReadBatchHistory read) => read.ReadPageAsync(null, 10, default)))
            await WithAsync((UndoBatch undo) => undo.RunAsync(batch.Id, default));
        Assert.Equal(before, await LibraryDump.ReadAsync(Host.ConnectionString));
    }

    [Fact]
    public async Task reimported_posts_stay_in_the_trash()
    {
        var json = $$"""[{"id":"{{A}}","prompt":"a heron","childPosts":[{"id":"{{B}}","mediaType":"video"}]}]""";
        await ImportAsync(json);
        await ChangeAsync(new() { Trashed = true }, Guid.Parse(A));
        await ImportLaterAsync(1, json.Replace("heron", "grey heron", StringComparison.Ordinal));
        Assert.Equal([Guid.Parse(B)], await WalkAsync(Make.ParseQuery("unit=post")));
        Assert.Equal(0, await CountAsync("search=heron"));
        Assert.Equal(1, await CountAsync("search=is:trashed heron"));
        await ChangeAsync(new() { Trashed = false }, Guid.Parse(A));
        Assert.Equal(1, await CountAsync("search=\"grey heron\""));
    }

    [Fact]
    public async Task a_post_in_the_trash_has_its_page_with_a_way_back_and_is_no_neighbour()
    {
        var posts = Enumerable.Range(0, 3).Select(i => Make.Still(i)).ToArray();
        await StoreAsync(posts);
        using var client = Host.Site.Server.CreateClient();
        Assert.Contains(posts[1].Id.ToString(), await client.GetStringAsync($"/posts/{posts[0].Id}"), StringComparison.Ordinal);
        await ChangeAsync(new() { Trashed = true }, posts[1].Id);
        Assert.DoesNotContain(posts[1].Id.ToString(), await client.GetStringAsync($"/posts/{posts[0].Id}"), StringComparison.Ordinal);
        Assert.DoesNotContain(posts[1].Id.ToString(), await client.GetStringAsync("/"), StringComparison.Ordinal);
        Assert.Contains(posts[1].Id.ToString(), await client.GetStringAsync("/?search=is:trashed"), StringComparison.Ordinal);
        Assert.Contains("Restore", await client.GetStringAsync($"/posts/{posts[1].Id}"), StringComparison.Ordinal);
        using var form = new FormUrlEncodedContent([new("trashed", "false")]);
        using var answer = await client.PostAsync($"/posts/{posts[1].Id}/annotate", form);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal($"/posts/{posts[1].Id}", answer.Headers.Location!.ToString());
        Assert.Contains(posts[1].Id.ToString(), await client.GetStringAsync("/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task words_of_what_is_in_the_trash_are_not_offered()
    {
        await StoreAsync(Make.Still(prompt: "quetzalcoatl"), Make.Still(prompt: "a heron"));
        await ChangeAsync(new() { Trashed = true }, (await WalkAsync(Make.ParseQuery("search=quetzalcoatl"))).Single());
        await using var session = Host.Store.QuerySession();
        await Sovia.Index.Writing.IndexMaintenance.RunAsync(session, default);
        Assert.Equal(0L, await ScalarAsync("select count(*) from sovia.library_word where word = 'quetzalcoatl' and rows > 0"));
    }

    private async Task<object?> ScalarAsync(string sql)
    {
        await using var source = Npgsql.NpgsqlDataSource.Create(Host.ConnectionString);
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync();
    }
}
