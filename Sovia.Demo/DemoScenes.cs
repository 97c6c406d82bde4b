using Sovia.Demo.Scenes;

namespace Sovia.Demo;

/// <summary>All scenes, newest first, arranged so that neighbours differ.</summary>
internal static class DemoScenes
{
    private static readonly IReadOnlyList<DemoScene>[] Groups =
        [MountainScenes.All, NightScenes.All, GardenScenes.All, WaterScenes.All, PatternScenes.All, PaperScenes.All];

    /// <summary>The scenes, taken from all groups in turn, with each group starting at a different offset.</summary>
    public static readonly IReadOnlyList<DemoScene> All = [.. Enumerable.Range(0, Groups.Max(group => group.Count))
        .SelectMany(i => Groups.Select((group, groupIndex) => group[(i + (groupIndex * 7)) % group.Count]))];
}
