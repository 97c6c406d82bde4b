using System.Text.Json;
using Sovia.Demo;
using Sovia.Tests.Support;

namespace Sovia.Tests.Demo;

public sealed class DemoScenesTests
{
    private static readonly IReadOnlyList<DemoScene> Scenes = DemoScenes.All;

    [Fact]
    public void the_demo_has_sixty_distinct_families_in_all_shapes_by_many_painters()
    {
        Assert.Equal(60, Scenes.Select(demoScene => demoScene.Id).Distinct().Count());
        Assert.Equal(60, Scenes.Count);
        Assert.Equal(4, Scenes.Select(demoScene => demoScene.Shape).Distinct().Count());
        Assert.True(Scenes.Select(demoScene => demoScene.Painter.GetType()).Distinct().Count() >= 12);
        Assert.True(Scenes.Select(demoScene => demoScene.Palette).Distinct().Count() >= 12);
        Assert.InRange(Scenes.Count(demoScene => demoScene.Videos.Count > 0), 25, 45);
        Assert.Equal(6, Scenes.Max(demoScene => demoScene.Videos.Count));
    }

    [Fact]
    public void a_still_without_words_has_clips_that_have_some()
    {
        Assert.Contains(Scenes, demoScene => demoScene.Prompt is null);
        Assert.All(Scenes.Where(demoScene => demoScene.Prompt is null), demoScene =>
            Assert.Contains(demoScene.Videos, demoVideo => demoVideo.Prompt is not null));
        Assert.Equal(Scenes.Count(demoScene => demoScene.Prompt is not null), Scenes.Select(demoScene => demoScene.Prompt).OfType<string>()
            .Distinct().Count());
    }

    [Fact]
    public void ids_are_the_same_for_ever()
    {
        Assert.Equal("f18963f3-084d-8582-82fe-f6bcf66d0cc6", DemoIds.Run.ToString());
        var ids = Scenes.SelectMany(demoScene => demoScene.Videos.Select(demoScene.GetVideoId).Append(demoScene.Id)).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
    }

    [Fact]
    public void the_demo_is_an_export_with_liked_unliked_and_unknown_items()
    {
        var export = new DemoExport(Make.Start);
        var families =
            Scenes.Select((demoScene, place) => JsonDocument.Parse(export.SerializeScene(demoScene, place, withClips: true)).RootElement)
            .ToList();
        Assert.All(families, family => Assert.Equal(family.GetProperty("id").GetString(),
            Path.GetFileNameWithoutExtension(family.GetProperty("mediaUrl").GetString())));
        Assert.Equal(3, families.Select(family => family.TryGetProperty("userInteractionStatus", out var status)
            ? status.GetProperty("likeStatus").GetBoolean() : (bool?)null).Distinct().Count());
        var clips = families.SelectMany(family => family.GetProperty("childPosts").EnumerateArray()).ToList();
        Assert.Equal(Scenes.Sum(demoScene => demoScene.Videos.Count), clips.Count);
        Assert.All(clips.Where(clip => clip.GetProperty("mode").GetString() == "custom"), clip =>
            Assert.Equal("", clip.GetProperty("prompt").GetString()));
        var times = families.Select(family => family.GetProperty("createTime").GetDateTimeOffset()).ToList();
        Assert.All(times, time => Assert.InRange(time, Make.Start.AddDays(-190), Make.Start));
    }
}
