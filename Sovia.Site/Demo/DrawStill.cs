using NetVips;
using Sovia.Demo.Art;

namespace Sovia.Demo;

/// <summary>Draws the still of a scene.</summary>
internal static class DrawStill
{
    private const int Quality = 87;

    /// <summary>Draws it into the demo's folder, unless it is there.</summary>
    public static async Task IntoAsync(DemoFolder folder, Scene scene, CancellationToken ct)
    {
        var url = DemoFolder.StillUrl(scene.Id);
        if (folder.Holds(url)) return;
        var bytes = await Task.Run(() => Jpeg(scene), ct);
        await folder.PutAsync(url, path => File.WriteAllBytesAsync(path, bytes, ct));
    }

    /// <summary>Its bytes, the same every time.</summary>
    public static byte[] Jpeg(Scene scene)
    {
        using var drawing = scene.Painter.Paint(scene.Sheet);
        using var finished = Finish.Of(drawing, scene.Painter.Look, scene.Sheet.Seed);
        return finished.JpegsaveBuffer(q: Quality, keep: Enums.ForeignKeep.None);
    }
}
