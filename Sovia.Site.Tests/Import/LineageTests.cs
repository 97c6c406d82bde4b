using Sovia.Import;
using Sovia.Tests.Support;

namespace Sovia.Tests.Import;

public sealed class LineageTests(SoviaHost host) : ImportTest(host)
{
    [Fact]
    public async Task two_accounts_children_of_one_parent_are_united()
    {
        await ImportAsync($$"""[{"id":"{{A}}","childPosts":[{"id":"{{B}}","mediaType":"video"}]}]""");
        var run = await ImportAsync($$"""[{"id":"{{A}}","childPosts":[{"id":"{{C}}","mediaType":"video"}]}]""");
        Assert.Equal((1, 1), (run.Counts.New, run.Counts.Unchanged));
        Assert.Equal(2, Assert.Single(await FamiliesAsync()).Videos);
    }

    [Fact]
    public async Task a_parent_that_comes_later_takes_its_place_in_the_family_it_was_missed_in()
    {
        var run = await ImportAsync($$"""[{"id":"{{B}}","mediaType":"video","originalPostId":"{{A}}"}]""");
        Assert.Equal(1, run.IssueCounts[IssueCode.ParentMissing]);
        Assert.Equal((1, 1), (run.Counts.Posts, run.Counts.Families));
        Assert.True((await LoadPostAsync(A)).IsStub);
        Assert.Equal(B, Assert.Single(await FamiliesAsync()).CoverId.ToString());
        run = await ImportAsync($$"""[{"id":"{{A}}","mediaType":"image","prompt":"a heron"}]""");
        Assert.Equal(1, run.Counts.New);
        var family = Assert.Single(await FamiliesAsync());
        Assert.Equal((A, "a heron", 1, 1), (family.CoverId.ToString(), family.Prompt, family.Images, family.Videos));
    }

    [Fact]
    public async Task a_root_that_turns_out_to_be_a_child_brings_its_family_along()
    {
        await ImportAsync($$"""[{"id":"{{B}}","childPosts":[{"id":"{{C}}","childPosts":[{"id":"{{D}}"}]}]}]""");
        var run = await ImportAsync($$"""[{"id":"{{A}}","childPosts":[{"id":"{{B}}"}]}]""");
        Assert.Equal(1, run.Counts.Families);
        Assert.Equal(A, Assert.Single(await FamiliesAsync()).Id.ToString());
        foreach (var id in new[] { A, B, C, D }) Assert.Equal(A, (await LoadPostAsync(id)).RootId.ToString());
    }

    [Fact]
    public async Task a_circle_is_cut_and_noted()
    {
        await ImportAsync($$"""[{"id":"{{A}}","originalPostId":"{{B}}"}]""");
        var run = await ImportAsync($$"""[{"id":"{{B}}","originalPostId":"{{A}}"}]""");
        Assert.Equal(1, run.IssueCounts[IssueCode.Cycle]);
        Assert.Single(await FamiliesAsync());
        Assert.Equal((await LoadPostAsync(A)).RootId, (await LoadPostAsync(B)).RootId);
    }

    [Fact]
    public async Task one_post_twice_in_a_file_is_one_post()
    {
        var run = await ImportAsync($$"""[{"id":"{{A}}","childPosts":[{"id":"{{B}}"}]},{"id":"{{B}}","prompt":"x"}]""");
        Assert.Equal((2, 2, 1), (run.Counts.Posts, run.Counts.New, run.Counts.Families));
        Assert.Equal(A, (await LoadPostAsync(B)).ParentId.ToString());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task a_parent_is_missing_once_and_not_where_another_batch_of_the_run_brings_it(bool dryRun)
    {
        string Clip(string id) => $$"""{"id":"{{id}}","mediaType":"video","originalPostId":"{{A}}"}""";
        async Task<ImportRun> RunAsync(params string[] posts)
        {
            await Host.ResetAsync();
            var (run, files) = CreateRunWithFiles($"[{string.Join(',', posts)}]");
            return await Importer.RunAsync(run, [files[0] with { PostsPerBatch = 1 }], dryRun, progress: null, default);
        }
        Assert.Equal(1, (await RunAsync(Clip(B), Clip(C))).IssueCounts[IssueCode.ParentMissing]);
        foreach (var posts in (string[][])[[$$"""{"id":"{{A}}"}""", Clip(B), Clip(C)], [Clip(B), Clip(C), $$"""{"id":"{{A}}"}"""]])
        {
            var run = await RunAsync(posts);
            Assert.Equal((3, 0), (run.Counts.Posts, run.Issues.Count));
            Assert.Empty(run.IssueCounts);
        }
    }
}
