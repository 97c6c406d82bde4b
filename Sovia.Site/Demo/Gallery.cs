using Sovia.Demo.Scenes;

namespace Sovia.Demo;

/// <summary>All scenes, newest first, hung so that neighbours differ.</summary>
internal static class Gallery
{
    private static readonly IReadOnlyList<Scene>[] Rooms = [Heights.All, Nights.All, Gardens.All, Waters.All, Patterns.All, Papers.All];

    /// <summary>The scenes: the first of every room, then the second, and so on, some rooms beginning elsewhere.</summary>
    public static readonly IReadOnlyList<Scene> Scenes =
        [.. Enumerable.Range(0, Rooms.Max(room => room.Count)).SelectMany(turn => Rooms.Select((room, number) => room[(turn + (number * 7)) % room.Count]))];
}
