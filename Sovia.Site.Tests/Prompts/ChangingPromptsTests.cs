using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Sovia.Import;
using Sovia.Library;
using Sovia.Library.Rebuilding;
using Sovia.Prompts;
using Sovia.Tests.Support;

namespace Sovia.Tests.Prompts;

/// <summary>What a prompt is after imports, undo, the trash and a rebuild.</summary>
public sealed class ChangingPromptsTests(SoviaHost host) : PromptTest(host)
{
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
        Assert.Equal([("a heron", 1), ("stars", 2)], await ListUsesAsync());
        await ImportAsync($"""[{Json(one, "stars")},{Json(two, "a heron")}]""");
        Assert.Equal([("a heron", 1), ("stars", 2)], await ListUsesAsync());
        var second = await ImportAsync($"""[{Json(Guid.NewGuid(), "STARS")},{Json(Guid.NewGuid(), "a quail")}]""");
        Assert.Equal(3, (await ListAsync()).Single(entry => entry.Key == PromptKey.ComputeFromClean("stars")).Uses);
        Assert.Null((await Host.Site.Services.GetRequiredService<UndoImport>().RunAsync(second, leavesEdited: false, default)).Refusal);
        Assert.Equal([("a heron", 1), ("stars", 2)], await ListUsesAsync());
        Assert.Null((await Host.Site.Services.GetRequiredService<UndoImport>().RunAsync(first, leavesEdited: false, default)).Refusal);
        Assert.Contains(("stars", 2), await ListUsesAsync());
    }

    [Fact]
    public async Task changes_during_a_read_are_not_cached_as_the_old_state()
    {
        await StoreAsync(Make.Still(prompt: "a heron"));
        var state = await WithAsync((RefreshPrompts current) => current.RefreshAsync(default));
        await StoreAsync(Make.Still(prompt: "stars"));
        await WithAsync((CountPrompts count) => count.CountMatchingAsync(PromptQuery.Everything, state, default));
        await WithAsync((CountPrompts count) => count.CountKindsAsync(state, default));
        Assert.Equal(2, (await ListAsync()).Count);
        using var answer = await GetAsync("/api/prompts/stats");
        Assert.Contains("\"total_unique_prompts\":2", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
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
        await Host.Site.Services.GetRequiredService<RebuildLibrary>().RunAsync(staleOnly: false, null, default);
        Assert.Single(await ListAsync());
        Assert.Equal("-1 -1 0", await OneAsync(source));
    }

    private static async Task<bool> RunAsync(Sovia.Jobs.IJob job)
    {
        foreach (var item in await job.FindPendingAsync(default)) await job.RunAsync(item, default);
        return true;
    }

    private static async Task<string?> OneAsync(NpgsqlDataSource source)
    {
        await using var command =
            source.CreateCommand(
                "select format('%s %s %s', by_uses, by_likes, (select count(*) from sovia.prompt_note)) from sovia.prompt");
        return (string?)await command.ExecuteScalarAsync();
    }

    private async Task<IEnumerable<(string, int)>> ListUsesAsync() => (await ListAsync("sort=alpha")).Select(entry => (entry.Text, entry.Uses));

    private async Task<Guid> ImportAsync(string json)
    {
        using var form =
            new MultipartFormDataContent { { new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes(json)), "files", "export.json" },
                { new StringContent("true"), "now" } };
        using var answer = await PostAsync("/import", "/import", form);
        var run = Guid.Parse(answer.Headers.Location!.ToString().Split('/')[^1]);
        await Eventually.TrueAsync(async () => (await LoadRunAsync(run)).State == ImportState.Finished, "the import is over");
        return run;
    }

    private static string Json(Guid id, string prompt) =>
        $$"""{"id":"{{id}}","userId":"01aaaaaa-1111-4222-8333-444444444444","createTime":"2025-10-01T12:00:00Z","prompt":"{{prompt}}","mediaType":"MEDIA_POST_TYPE_IMAGE","mediaUrl":"https://assets.grok.com/users/1/{{id}}/content","mimeType":"image/jpeg","childPosts":[]}""";
}
