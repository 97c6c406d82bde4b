using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text;
using NetVips;

namespace Sovia.Demo.Art;

/// <summary>A vector canvas.</summary>
/// <param name="width">The width in pixels.</param>
/// <param name="height">The height in pixels.</param>
internal sealed class Canvas(double width, double height)
{
    // Separate from the elements, so that a gradient can be created in the middle of an element.
    private readonly StringBuilder definitions = new(16 * 1024);
    private int gradientCount;

    /// <summary>The width in pixels.</summary>
    public double Width { get; } = width;

    /// <summary>The height in pixels.</summary>
    public double Height { get; } = height;

    /// <summary>The SVG elements drawn so far.</summary>
    public StringBuilder Content { get; } = new(64 * 1024);

    /// <summary>Appends SVG elements.</summary>
    public void Append([InterpolatedStringHandlerArgument("")] SvgInterpolatedStringHandler text) =>
        Debug.Assert(text.WritesTo(Content), "the text wrote itself while it was put together");

    /// <summary>Creates a linear gradient in canvas coordinates and returns it as a fill.</summary>
    public string CreateLinearGradient(double x1, double y1, double x2, double y2, params ReadOnlySpan<GradientStop> stops) =>
        CreateGradient("linear", SvgInterpolatedStringHandler.Format($"x1='{x1}' y1='{y1}' x2='{x2}' y2='{y2}'"), stops);

    /// <summary>Creates a radial gradient and returns it as a fill.</summary>
    public string CreateRadialGradient(double x, double y, double radius, params ReadOnlySpan<GradientStop> stops) =>
        CreateGradient("radial", SvgInterpolatedStringHandler.Format($"cx='{x}' cy='{y}' r='{radius}'"), stops);

    /// <summary>Fills the whole canvas.</summary>
    public void FillBackground(string fill, double opacity = 1) =>
        Append($"<rect width='{Width}' height='{Height}' fill='{fill}' fill-opacity='{opacity}'/>");

    /// <summary>Draws a filled circle.</summary>
    public void DrawCircle(double x, double y, double radius, string fill, double opacity = 1) =>
        Append($"<circle cx='{x}' cy='{y}' r='{radius}' fill='{fill}' fill-opacity='{opacity}'/>");

    /// <summary>Draws a glow around a point.</summary>
    public void DrawGlow(double x, double y, double radius, Colour colour, double opacity)
    {
        var fill = CreateRadialGradient(x, y, radius, new(0, colour, opacity), new(0.25, colour, opacity * 0.55),
            new(0.6, colour, opacity * 0.14), new(1, colour, 0));
        Append($"<circle cx='{x}' cy='{y}' r='{radius}' fill='{fill}'/>");
    }

    /// <summary>Draws a filled outline. Areas enclosed twice are holes.</summary>
    public void DrawPolygon(IEnumerable<(double X, double Y)> outline, string fill, double opacity = 1)
    {
        Append($"<path fill-rule='evenodd' fill='{fill}' fill-opacity='{opacity}' d='");
        AppendPoints(outline);
        Append($"Z'/>");
    }

    /// <summary>Fills everything below a line that runs from left to right.</summary>
    public void FillBelow(IEnumerable<(double X, double Y)> line, string fill, double opacity = 1) =>
        DrawPolygon([.. line, (Width + 2, Height + 2), (-2, Height + 2)], fill, opacity);

    /// <summary>Draws a line with round ends.</summary>
    public void DrawLine(IEnumerable<(double X, double Y)> line, string colour, double thickness, double opacity = 1)
    {
        Append($"<path fill='none' stroke='{colour}' stroke-width='{thickness}' stroke-linecap='round' stroke-linejoin='round' stroke-opacity='{opacity}' d='");
        AppendPoints(line);
        Append($"'/>");
    }

    /// <summary>Renders the canvas as three bands of eight bits.</summary>
    public Image Render()
    {
        using var image = RenderTransparent();
        return image.Flatten();
    }

    /// <summary>Renders the canvas with a fourth, alpha band, transparent where nothing was drawn.</summary>
    public Image RenderTransparent()
    {
        var size = SvgInterpolatedStringHandler.Format($"width='{Width}' height='{Height}'");
        // Loaded from a source, because that SVG loader is the only one allowed, and no untrusted image goes through it.
        using var source = Source.NewFromMemory(Encoding.UTF8
            .GetBytes($"<svg xmlns='http://www.w3.org/2000/svg' {size}><defs>{definitions}</defs>{Content}</svg>"));
        using var image = Image.SvgloadSource(source);
        return image.CopyMemory();
    }

    private void AppendPoints(IEnumerable<(double X, double Y)> points)
    {
        var command = "M";
        foreach (var (x, y) in points)
        {
            Append($"{command}{x:0.#} {y:0.#}");
            command = "L";
        }
    }

    private string CreateGradient(string kind, string attributes, ReadOnlySpan<GradientStop> stops)
    {
        var id = SvgInterpolatedStringHandler.Format($"g{++gradientCount:0}");
        definitions.Append(SvgInterpolatedStringHandler.Format($"<{kind}Gradient id='{id}' gradientUnits='userSpaceOnUse' {attributes}>"));
        foreach (var (at, colour, opacity) in stops)
            definitions.Append(
                SvgInterpolatedStringHandler.Format($"<stop offset='{at:0.###}' stop-color='{colour}' stop-opacity='{opacity:0.###}'/>"));
        definitions.Append("</").Append(kind).Append("Gradient>");
        return $"url(#{id})";
    }
}
