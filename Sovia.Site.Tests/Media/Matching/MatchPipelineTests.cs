using Sovia.Library;
using Sovia.Media;
using Sovia.Media.Matching;
using Sovia.Tests.Support;

namespace Sovia.Tests.Media.Matching;

/// <summary>The ladder without disk and database, for what files made at test time cannot say.</summary>
public sealed class MatchPipelineTests
{
    private static readonly MediaFile Picture = new() { Id = new string('a', 64), Length = 100, Mime = "image/jpeg", SeenAt = Make.Start };

    private readonly Post still = Make.Still(prompt: "a harbour");

    private static MatchResult Climb(MediaFile file, string path, params Post[] posts) =>
        MatchPipeline.Match(new(file, path, null), new(posts));

    [Fact]
    public void the_id_that_grok_wrote_into_a_picture_names_its_post()
    {
        var file = Picture with { Embedded = new() { Generator = "Grok", PostId = still.Id } };
        Assert.Equal((still.Id, "embedded-id"), Climb(file, "grok_20251018_sigABC_832x1248_harbour.jpg", still).Match is { } match
            ? (match.PostId, match.Method) : default);
    }

    [Fact]
    public void an_id_in_the_name_is_surer_than_one_in_the_file()
    {
        var other = Make.Still();
        var file = Picture with { Embedded = new() { Generator = "Grok", PostId = other.Id } };
        Assert.Equal(still.Id, Climb(file, $"{still.Id}.jpg", still, other).Match!.PostId);
    }

    [Theory]
    [InlineData(6.04, 1)]
    [InlineData(10.1, 2)]
    [InlineData(15.0, null)]
    [InlineData(null, null)]
    public void the_length_in_seconds_tells_clips_of_one_still_apart(double? seconds, int? clip)
    {
        Post[] clips = [Make.Clip(still), Make.Clip(still, 2) with { Duration = 6 }, Make.Clip(still, 3) with { Duration = 10 }];
        var file = Picture with { Mime = "video/mp4", Properties = new() { Duration = seconds } };
        var matchResult = Climb(file, $"grok-video-{still.Id}.mp4", [still, .. clips]);
        Assert.Equal(clip is { } at ? clips[at].Id : null, matchResult.Match?.PostId);
        Assert.Equal(clip is null ? 3 : 0, matchResult.Candidates.Count);
    }

    [Fact]
    public void a_clip_named_by_grok_after_a_clip_is_that_clip_unless_a_child_fits_better()
    {
        var clip = Make.Clip(still) with { Duration = 6 };
        var longer = Make.Clip(clip, 2) with { Duration = 12, ParentId = clip.Id };
        MatchResult Match(double? seconds) =>
            Climb(Picture with { Mime = "video/mp4", Properties = new() { Duration = seconds } }, $"grok-video-{clip.Id}.mp4", still, clip,
                longer);
        Assert.Equal((clip.Id, longer.Id, clip.Id), (Match(6).Match!.PostId, Match(12).Match!.PostId, Match(null).Match!.PostId));
    }

    [Fact]
    public void first_digits_that_two_posts_share_decide_nothing()
    {
        var twin = Make.Still() with { Id = Guid.Parse(still.Id.ToString()[..8] + Guid.NewGuid().ToString()[8..]) };
        Assert.Equal(2, Climb(Picture, $"a_{still.Id.ToString()[..8]}_b.jpg", still, twin).Candidates.Count);
    }

    [Fact]
    public void first_digits_that_a_still_and_a_clip_share_are_told_apart_by_type()
    {
        var clip = Make.Clip(still) with { Id = Guid.Parse(still.Id.ToString()[..8] + Guid.NewGuid().ToString()[8..]) };
        Assert.Equal(still.Id, Climb(Picture, $"a_{still.Id.ToString()[..8]}_b.jpg", still, clip).Match!.PostId);
    }

    [Fact]
    public void file_metadata_fills_only_missing_fields()
    {
        var file = Picture with
        {
            Present = true,
            Properties = new() { Width = 8, Height = 9, Duration = 1, ThumbHash = "t" },
            Embedded = new() { Generator = "x", Prompt = "theirs", Model = "m" }
        };
        Post Resolve(Post post) =>
            PostFileResolver.Resolve(post, [(FileMatch.Create(file.Id, post.Id, FileRole.Media, "uuid-in-name", 1), file)]);
        Assert.Equal(("a harbour", "imagine_h_1"), Resolve(still) is var kept ? (kept.Prompt, kept.Model) : default);
        Assert.Equal(("theirs", "m"), Resolve(still with { Prompt = " ", Model = null }) is var filled ? (filled.Prompt, filled.Model)
            : default);
        Assert.Equal((8, 9, 1d, "t", false), kept.File is { } bytes
            ? (bytes.Width, bytes.Height, bytes.Duration, bytes.ThumbHash, bytes.Missing) : default);
    }

    [Fact]
    public void the_best_present_and_undamaged_file_represents_a_post()
    {
        var clip = Make.Clip(still);
        (FileMatch, MediaFile) File(char id, FileRole role, bool present = true, string? problem = null, bool byHand = false) => (
            FileMatch.Create(new(id, 64), clip.Id, role, "m", 1, byHand),
            Picture with { Id = new(id, 64), Present = present, Problem = problem });
        char Best(params (FileMatch, MediaFile)[] files) => PostFileResolver.Resolve(clip, files).File?.Sha256[0] ?? '-';
        Assert.Equal('b', Best(File('a', FileRole.Hd), File('b', FileRole.Media)));
        Assert.Equal('a', Best(File('a', FileRole.Hd), File('b', FileRole.Media, present: false)));
        Assert.Equal('b', Best(File('a', FileRole.Media, problem: "broken"), File('b', FileRole.Media)));
        Assert.Equal('b', Best(File('a', FileRole.Media), File('b', FileRole.Media, byHand: true)));
        Assert.Equal('-', Best(File('a', FileRole.Thumbnail), File('b', FileRole.Audio), File('c', FileRole.Source)));
    }
}
