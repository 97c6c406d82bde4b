using Sovia.Demo.Scenes;

namespace Sovia.Demo;

/// <summary>All scenes, newest first, arranged so that neighbours differ.</summary>
internal static class DemoScenes
{
    private static readonly IReadOnlyList<DemoScene>[] Rooms =
        [MountainScenes.All, NightScenes.All, GardenScenes.All, WaterScenes.All, PatternScenes.All, PaperScenes.All];

    /// <summary>The scenes, taken from all groups in turn, with each group starting at a different offset.</summary>
    public static readonly IReadOnlyList<DemoScene> All = [.. Enumerable.Range(0, Rooms.Max(room => room.Count))
        .SelectMany(turn => Rooms.Select((room, number) => room[(turn + (number * 7)) % room.Count]))];
}
