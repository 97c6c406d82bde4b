using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text;
using NetVips;
using Sovia.MediaFiles.Pictures;

namespace Sovia.Demo.Art;

/// <summary>A sheet that is drawn on in vectors.</summary>
/// <param name="width">In pixels.</param>
/// <param name="height">In pixels.</param>
internal sealed class Canvas(double width, double height)
{
    // Apart from the elements, so that a gradient may be asked for in the middle of one.
    private readonly StringBuilder fills = new(16 * 1024);
    private int gradients;

    // The fence around libvips shuts every door before it opens some; nothing may be drawn in between.
    static Canvas() => RuntimeHelpers.RunClassConstructor(typeof(StillDecoder).TypeHandle);

    /// <summary>In pixels.</summary>
    public double Width { get; } = width;

    /// <summary>In pixels.</summary>
    public double Height { get; } = height;

    /// <summary>What has been drawn.</summary>
    public StringBuilder Text { get; } = new(64 * 1024);

    /// <summary>Adds elements.</summary>
    public void Add([InterpolatedStringHandlerArgument("")] SvgText text) => Debug.Assert(text.IsOn(Text), "the text wrote itself while it was put together");

    /// <summary>A gradient over the sheet's coordinates, to fill with.</summary>
    public string Linear(double x1, double y1, double x2, double y2, params ReadOnlySpan<Stop> stops) =>
        Fill("linear", SvgText.Of($"x1='{x1}' y1='{y1}' x2='{x2}' y2='{y2}'"), stops);

    /// <summary>A gradient from a point outwards, to fill with.</summary>
    public string Radial(double x, double y, double radius, params ReadOnlySpan<Stop> stops) =>
        Fill("radial", SvgText.Of($"cx='{x}' cy='{y}' r='{radius}'"), stops);

    /// <summary>Covers the whole sheet.</summary>
    public void Wash(string fill, double opacity = 1) => Add($"<rect width='{Width}' height='{Height}' fill='{fill}' fill-opacity='{opacity}'/>");

    /// <summary>A disc.</summary>
    public void Disc(double x, double y, double radius, string fill, double opacity = 1) =>
        Add($"<circle cx='{x}' cy='{y}' r='{radius}' fill='{fill}' fill-opacity='{opacity}'/>");

    /// <summary>Light around a point.</summary>
    public void Halo(double x, double y, double radius, Colour colour, double opacity)
    {
        var fill = Radial(x, y, radius, new(0, colour, opacity), new(0.25, colour, opacity * 0.55), new(0.6, colour, opacity * 0.14), new(1, colour, 0));
        Add($"<circle cx='{x}' cy='{y}' r='{radius}' fill='{fill}'/>");
    }

    /// <summary>A filled outline; what it goes around twice is a hole.</summary>
    public void Shape(IEnumerable<(double X, double Y)> outline, string fill, double opacity = 1)
    {
        Add($"<path fill-rule='evenodd' fill='{fill}' fill-opacity='{opacity}' d='");
        Points(outline);
        Add($"Z'/>");
    }

    /// <summary>Everything below a line that runs from left to right.</summary>
    public void Ground(IEnumerable<(double X, double Y)> line, string fill, double opacity = 1) =>
        Shape([.. line, (Width + 2, Height + 2), (-2, Height + 2)], fill, opacity);

    /// <summary>A line with round ends.</summary>
    public void Stroke(IEnumerable<(double X, double Y)> line, string colour, double thickness, double opacity = 1)
    {
        Add($"<path fill='none' stroke='{colour}' stroke-width='{thickness}' stroke-linecap='round' stroke-linejoin='round' stroke-opacity='{opacity}' d='");
        Points(line);
        Add($"'/>");
    }

    /// <summary>The sheet as pixels: three bands of eight bits.</summary>
    public Image Draw()
    {
        using var drawn = DrawClear();
        return drawn.Flatten();
    }

    /// <summary>The sheet as pixels with a fourth band, clear where nothing was drawn.</summary>
    public Image DrawClear()
    {
        var size = SvgText.Of($"width='{Width}' height='{Height}'");
        // From a source: that is the one door for SVG which pictures from outside do not come through.
        using var source = Source.NewFromMemory(Encoding.UTF8.GetBytes($"<svg xmlns='http://www.w3.org/2000/svg' {size}><defs>{fills}</defs>{Text}</svg>"));
        using var drawn = Image.SvgloadSource(source);
        return drawn.CopyMemory();
    }

    private void Points(IEnumerable<(double X, double Y)> points)
    {
        var command = "M";
        foreach (var (x, y) in points)
        {
            Add($"{command}{x:0.#} {y:0.#}");
            command = "L";
        }
    }

    private string Fill(string kind, string place, ReadOnlySpan<Stop> stops)
    {
        var name = SvgText.Of($"g{++gradients:0}");
        fills.Append(SvgText.Of($"<{kind}Gradient id='{name}' gradientUnits='userSpaceOnUse' {place}>"));
        foreach (var (at, colour, opacity) in stops)
            fills.Append(SvgText.Of($"<stop offset='{at:0.###}' stop-color='{colour}' stop-opacity='{opacity:0.###}'/>"));
        fills.Append("</").Append(kind).Append("Gradient>");
        return $"url(#{name})";
    }
}
