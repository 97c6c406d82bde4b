using NetVips;
using Sovia.Demo.Art;

namespace Sovia.Demo;

/// <summary>Renders the image of a scene.</summary>
internal static class DemoImageRenderer
{
    private const int Quality = 87;

    /// <summary>Renders a scene as JPEG. Returns the same bytes every time.</summary>
    public static byte[] RenderJpeg(DemoScene demoScene)
    {
        using var drawing = demoScene.Painter.Paint(demoScene.PaintContext);
        using var finished = ImageFinisher.Apply(drawing, demoScene.Painter.FinishStyle, demoScene.PaintContext.Seed);
        return finished.JpegsaveBuffer(q: Quality, keep: Enums.ForeignKeep.None);
    }
}
