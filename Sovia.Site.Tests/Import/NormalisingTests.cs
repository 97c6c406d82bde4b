using System.Text.Json;
using Sovia.Import;
using Sovia.Import.Json;

namespace Sovia.Tests.Import;

public sealed class NormalisingTests
{
    private const string A = "aaaaaaaa-0000-4000-8000-000000000001";
    private const string B = "bbbbbbbb-0000-4000-8000-000000000002";
    private const string C = "cccccccc-0000-4000-8000-000000000003";
    private readonly List<ImportIssue> issues = [];

    private List<IncomingPost> Read(string json) =>
        [.. ItemNormaliser.NormaliseItem(new JsonItem("$[0]", JsonElement.Parse(json)), "a.json", issues.Add)];

    [Fact]
    public void children_of_children_are_found_with_their_parents()
    {
        var posts = Read($$"""{"id":"{{A}}","childPosts":[{"id":"{{B}}","childPosts":[{"id":"{{C}}"}]}]}""");
        Assert.Equal([(null, "$[0]"), (Guid.Parse(A), "$[0].childPosts[0]"), ((Guid?)Guid.Parse(B), "$[0].childPosts[0].childPosts[0]")],
            posts.Select(incomingPost => (incomingPost.Post.ParentId, incomingPost.Path)));
    }

    [Fact]
    public void the_stated_parent_counts_more_than_the_place()
    {
        var posts = Read($$"""{"id":"{{A}}","childPosts":[{"id":"{{B}}","originalPostId":"{{C}}"}]}""");
        Assert.Equal(Guid.Parse(C), posts[1].Post.ParentId);
        Assert.Equal(IssueCode.ParentMismatch, Assert.Single(issues).Code);
    }

    [Fact]
    public void an_enclosed_original_is_the_parent_and_no_child()
    {
        var posts = Read($$"""{"id":"{{A}}","mediaType":"MEDIA_POST_TYPE_VIDEO","originalPost":{"id":"{{B}}","prompt":"a heron"} }""");
        Assert.Equal(Guid.Parse(B), posts[0].Post.ParentId);
        Assert.Null(posts[1].Post.ParentId);
        Assert.Equal("a heron", posts[1].Post.UserPrompt);
    }

    [Fact]
    public void a_post_among_its_own_views_is_not_its_own_child()
    {
        var posts = Read($$"""{"id":"{{A}}","videos":[{"id":"{{A}}"},{"id":"{{B}}"}]}""");
        Assert.Null(posts[1].Post.ParentId);
        Assert.Equal(Guid.Parse(A), posts[2].Post.ParentId);
    }

    [Fact]
    public void a_bad_child_is_an_issue_with_its_place_and_the_rest_goes_in()
    {
        var posts = Read($$"""{"id":"{{A}}","childPosts":[7,{"prompt":"no id"},{"id":"{{B}}"},null]}""");
        Assert.Equal([A, B], posts.Select(incomingPost => incomingPost.Post.Id.ToString()));
        Assert.Equal(["$[0].childPosts[0]", "$[0].childPosts[1]", "$[0].childPosts[3]"], issues.Select(issue => issue.Path));
        Assert.All(issues, issue => Assert.Equal((IssueCode.NoId, true), (issue.Code, issue.Rejected)));
    }

    [Fact]
    public void children_of_a_post_without_an_id_go_in() =>
        Assert.Equal(Guid.Parse(B), Assert.Single(Read($$"""{"prompt":"no id","childPosts":[{"id":"{{B}}"}]}""")).Post.Id);

    [Fact]
    public void a_missing_id_is_taken_from_the_address() =>
        Assert.Equal(Guid.Parse(B),
            Assert.Single(Read($$"""{"mediaUrl":"https://assets.grok.com/users/{{A}}/generated/{{B}}/image.jpg"}""")).Post.Id);

    [Fact]
    public void an_id_in_capitals_or_without_dashes_is_the_same_id() =>
        Assert.Equal(Guid.Parse(A), Assert.Single(Read($$"""{"id":"{{A.Replace("-", "").ToUpperInvariant()}}"}""")).Post.Id);

    [Fact]
    public void the_raw_statement_keeps_unknown_fields_and_leaves_out_the_children()
    {
        var raw = Read($$"""{"zeta":{"b":1,"a":[1.50,"é"]}, "id":"{{A}}","childPosts":[{"id":"{{B}}"}]}""")[0].Post.Raw;
        Assert.Equal($$$"""{"id":"{{{A}}}","zeta":{"a":[1.50,"é"],"b":1}}""", Assert.Single(raw));
    }

    [Fact]
    public void a_prompt_that_is_shown_without_an_address_is_noted()
    {
        var post = Read($$"""{"id":"{{A}}","originalPrompt":"https://assets.grok.com/users/x/content a heron --mode=custom"}""")[0].Post;
        Assert.Equal("a heron", post.UserPrompt);
        Assert.Equal(IssueCode.PromptUrlStripped, Assert.Single(issues).Code);
    }
}
