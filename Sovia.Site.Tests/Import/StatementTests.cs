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
    public async Task richer_sources_take_precedence_then_newer_ones()
    {
        await ImportLaterAsync(3, $$"""{"post":{"id":"{{A}}","prompt":"detail"} }""");
        await ImportLaterAsync(5, $$"""[{"id":"{{A}}","prompt":"newer list","title":"new"}]""");
        await ImportLaterAsync(4, $$"""[{"id":"{{A}}","prompt":"older list","title":"old","mode":"custom"}]""");
        var post = await LoadPostAsync(A);
        Assert.Equal(("detail", "new", "custom"), (post.Prompt, post.Title, post.Mode));
    }

    [Fact]
    public async Task a_like_of_the_user_outlasts_older_exports_and_yields_to_newer_ones()
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
    public async Task file_metadata_yields_to_a_source_and_is_not_lost()
    {
        var post = FileMetadata.ApplyTo(Make.Still() with { Prompt = null, FileMetadata = new("from the file", "m", null) });
        await StoreAsync(post);
        await ImportAsync($$"""[{"id":"{{post.Id}}","title":"t"}]""");
        Assert.Equal(("from the file", "t"),
            ((await LoadPostAsync(post.Id.ToString())).Prompt, (await LoadPostAsync(post.Id.ToString())).Title));
        await ImportAsync($$"""[{"id":"{{post.Id}}","prompt":"from a source"}]""");
        Assert.Equal(("from a source", "from the file"),
            ((await LoadPostAsync(post.Id.ToString())).Prompt, (await LoadPostAsync(post.Id.ToString())).FileMetadata?.Prompt));
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
        var now = await LoadPostAsync(old.Id.ToString());
        Assert.Equal(3, now.Raw.Count);
        Assert.Equal(Facts(old with { Title = "t" }), Facts(now));
    }

    [Fact]
    public void a_source_record_round_trips()
    {
        foreach (var incomingPost in Tests.Import.SourceItems.Read(SyntheticExport.Json(40, 11)).Incoming)
            Assert.Equal(JsonSerializer.Serialize(incomingPost.Post),
                JsonSerializer.Serialize(SourceRecordConverter.ToPost(incomingPost.Post.Id, incomingPost.SourceRecord)));
    }

    private static string Facts(Post post) => JsonSerializer.Serialize(post with { SourceRecords = [], LegacyRaw = null });
}
