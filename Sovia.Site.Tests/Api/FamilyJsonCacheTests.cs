using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Sovia.Library;
using Sovia.Library.Writing;
using Sovia.Tests.Support;

namespace Sovia.Tests.Api;

/// <summary>The JSON of a family is cached. Responses must not reveal the cache.</summary>
public sealed class FamilyJsonCacheTests(SoviaHost host) : ApiTest(host)
{
    private static readonly PostFile Saved = new() { Sha256 = new('a', 64), Mime = "image/jpeg", Length = 9, Method = "uuid-in-name" };

    private readonly Post still = Make.Still(1, "a heron") with { File = Saved };

    [Fact]
    public async Task a_like_shows_at_the_next_request_and_so_does_taking_it_back()
    {
        await StoreAsync(still, Make.Still(2, "a stork"), Make.Clip(still));
        var before = await TextAsync();
        Assert.Equal(before, await TextAsync());
        foreach (var isLiked in (bool[])[true, false, true])
        {
            await LikeAsync(still.Id, isLiked);
            Assert.Equal(isLiked, (await FamilyAsync()).GetProperty("like_status").GetBoolean());
        }
        Assert.NotEqual(before, await TextAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task an_item_that_is_hidden_or_trashed_is_gone_at_the_next_request_until_it_is_brought_back(bool isHidden)
    {
        Post[] clips = [Make.Clip(still, 2), Make.Clip(still, 3)];
        await StoreAsync([still, .. clips]);
        var before = await TextAsync();
        foreach (var gone in (Post[])[clips[0], still])
        {
            await ChangeAsync(isHidden ? new() { Hidden = true } : new() { Trashed = true }, gone.Id);
            Assert.DoesNotContain($"\"{gone.Id}\"", (await TextAsync()).Replace($"\"parent_post_id\":\"{gone.Id}\"", "",
                StringComparison.Ordinal), StringComparison.Ordinal);
            await ChangeAsync(isHidden ? new() { Hidden = false } : new() { Trashed = false }, gone.Id);
            Assert.Equal(before, await TextAsync());
        }
    }

    [Fact]
    public async Task an_import_shows_at_the_next_request_even_if_the_card_stays_the_same()
    {
        var clip = Make.Clip(still, 2, "wings");
        await StoreAsync(still, clip);
        Assert.Contains("wings", await TextAsync(), StringComparison.Ordinal);
        await ReplaceAsync(clip, clip with { OriginalPrompt = "feathers" });
        var text = await TextAsync();
        Assert.Contains("feathers", text, StringComparison.Ordinal);
        Assert.DoesNotContain("wings", text, StringComparison.Ordinal);
        var later = Make.Clip(still, 3);
        await StoreAsync(later);
        Assert.Equal([clip.Id, later.Id], Ids((await FamilyAsync()).GetProperty("child_posts")));
    }

    [Fact]
    public async Task each_path_base_has_its_own_file_urls_and_every_host_the_same()
    {
        await StoreAsync(still);
        var text = await TextAsync();
        Assert.Contains($"\"media_url\":\"/files/{still.Id}\"", text, StringComparison.Ordinal);
        foreach (var _ in Enumerable.Range(0, 2))
        {
            Assert.Equal(text, await TextAsync(host: "127.0.0.1"));
            Assert.Contains($"\"media_url\":\"/sovia/files/{still.Id}\"", await TextAsync("/sovia"), StringComparison.Ordinal);
        }
        Assert.Equal(text, await TextAsync());
    }

    [Fact]
    public async Task fields_are_selected_from_a_family_that_was_sent_before()
    {
        await StoreAsync(still, Make.Clip(still));
        await TextAsync();
        foreach (var address in (string[])["/api/media?fields=prompt,id", "/api/query?fields=prompt,id"])
        {
            var answer = await GetAsync(address);
            var family = (answer.ValueKind == JsonValueKind.Array ? answer : answer.GetProperty("items")).EnumerateArray().Single();
            Assert.Equal(["id", "prompt"], family.EnumerateObject().Select(property => property.Name));
        }
    }

    private async Task ReplaceAsync(Post before, Post after)
    {
        await using var session = Host.Store.LightweightSession();
        await PostWriteOperation.EnlistAsync(session, new()
        {
            Stored = [after],
            Existing = new Dictionary<Guid, Post> { [before.Id] = before },
        }, default);
        await session.SaveChangesAsync();
    }

    private async Task<JsonElement> FamilyAsync() =>
        (await GetAsync("/api/media")).EnumerateArray().Single(family => family.GetProperty("id").GetGuid() == still.Id);

    private async Task<string> TextAsync(string pathBase = "", string host = "localhost")
    {
        var answer = await Host.Site.Server.SendAsync(http =>
        {
            (http.Request.Method, http.Request.Path, http.Request.PathBase, http.Request.Host) =
                (HttpMethods.Get, "/api/media", pathBase, new(host));
        });
        Assert.Equal(200, answer.Response.StatusCode);
        return await new StreamReader(answer.Response.Body).ReadToEndAsync();
    }
}
