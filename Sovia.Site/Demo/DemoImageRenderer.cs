using NetVips;
using Sovia.Demo.Art;

namespace Sovia.Demo;

/// <summary>Draws the still of a scene.</summary>
internal static class DemoImageRenderer
{
    private const int Quality = 87;

    /// <summary>Draws it into the demo's folder, unless it is there.</summary>
    public static async Task RenderAsync(DemoFolder folder, DemoScene demoScene, CancellationToken ct)
    {
        var url = DemoFolder.GetImageUrl(demoScene.Id);
        if (folder.Contains(url)) return;
        var bytes = await Task.Run(() => RenderJpeg(demoScene), ct);
        await folder.WriteAsync(url, path => File.WriteAllBytesAsync(path, bytes, ct));
    }

    /// <summary>Its bytes, the same every time.</summary>
    public static byte[] RenderJpeg(DemoScene demoScene)
    {
        using var drawing = demoScene.Painter.Paint(demoScene.PaintContext);
        using var finished = ImageFinisher.Apply(drawing, demoScene.Painter.FinishStyle, demoScene.PaintContext.Seed);
        return finished.JpegsaveBuffer(q: Quality, keep: Enums.ForeignKeep.None);
    }
}
