using System.Text.Json;
using Sovia.Curation;
using Sovia.Import;
using Sovia.Library;
using Sovia.Tests.Support;

namespace Sovia.Tests.Import;

public sealed class StatementTests(SoviaHost host) : ImportTest(host)
{
    private static readonly string Liked = $$"""[{"id":"{{A}}","prompt":"a heron","userInteractionStatus":{"likeStatus":true} }]""";

    [Fact]
    public async Task the_richer_source_counts_more_and_of_two_alike_the_newer_one()
    {
        await ImportLaterAsync(3, $$"""{"post":{"id":"{{A}}","prompt":"detail"} }""");
        await ImportLaterAsync(5, $$"""[{"id":"{{A}}","prompt":"newer list","title":"new"}]""");
        await ImportLaterAsync(4, $$"""[{"id":"{{A}}","prompt":"older list","title":"old","mode":"custom"}]""");
        var post = await PostAsync(A);
        Assert.Equal(("detail", "new", "custom"), (post.Prompt, post.Title, post.Mode));
    }

    [Fact]
    public async Task what_the_user_said_here_of_liking_outlasts_older_exports_and_yields_to_newer_ones()
    {
        await ImportLaterAsync(0, Liked);
        await LikeAsync(Guid.Parse(A), liked: false);
        Assert.Equal(1, (await ImportLaterAsync(0, Liked)).Counts.Unchanged);
        await ImportLaterAsync(1, $$"""[{"id":"{{A}}","title":"more","userInteractionStatus":{"likeStatus":true} }]""");
        Assert.False((await LikedAsync())!.Liked);
        await ImportLaterAsync(100_000, Liked);
        Assert.True((await LikedAsync())!.Liked);

        Task<LikeState?> LikedAsync() => WithAsync((ReadLikeState read) => read.ReadAsync(Guid.Parse(A), default));
    }

    [Fact]
    public async Task words_of_its_file_give_way_to_a_source_and_are_not_lost()
    {
        var post = FileMetadata.ApplyTo(Make.Still() with { Prompt = null, FileMetadata = new("from the file", "m", null) });
        await StoreAsync(post);
        await ImportAsync($$"""[{"id":"{{post.Id}}","title":"t"}]""");
        Assert.Equal(("from the file", "t"), ((await PostAsync(post.Id.ToString())).Prompt, (await PostAsync(post.Id.ToString())).Title));
        await ImportAsync($$"""[{"id":"{{post.Id}}","prompt":"from a source"}]""");
        Assert.Equal(("from a source", "from the file"),
            ((await PostAsync(post.Id.ToString())).Prompt, (await PostAsync(post.Id.ToString())).FileMetadata?.Prompt));
    }

    [Fact]
    public async Task a_post_that_was_stored_before_statements_were_kept_loses_nothing()
    {
        var old = Make.Clip(Make.Still(), prompt: "a heron") with
        {
            LegacyRaw = ["{\"a\":1}", "{\"b\":2}"],
            Liked = false,
            Duration = 5.5,
            References = [Guid.Parse(B)],
            AudioUrls = ["https://assets.grok.com/s"]
        };
        old = old with { RootId = old.Id, ParentId = null };
        await StoreAsync(old);
        await ImportAsync($$"""[{"id":"{{old.Id}}","title":"t"}]""");
        var now = await PostAsync(old.Id.ToString());
        Assert.Equal(3, now.Raw.Count);
        Assert.Equal(Facts(old with { Title = "t" }), Facts(now));
    }

    [Fact]
    public void a_statement_read_again_says_what_it_said()
    {
        foreach (var incomingPost in Tests.Import.SourceItems.Read(SyntheticExport.Json(40, 11)).Incoming)
            Assert.Equal(JsonSerializer.Serialize(incomingPost.Post),
                JsonSerializer.Serialize(SourceRecordConverter.ToPost(incomingPost.Post.Id, incomingPost.SourceRecord)));
    }

    private static string Facts(Post post) => JsonSerializer.Serialize(post with { SourceRecords = [], LegacyRaw = null });
}
