using Sovia.Demo.Art;

namespace Sovia.Demo;

/// <summary>One family of the demo: a still and the clips made from it.</summary>
/// <param name="Name">Names it for ever: its ids and its chance come from it.</param>
/// <param name="Painter">Who draws it.</param>
/// <param name="Palette">In which colours.</param>
/// <param name="Shape">In which shape.</param>
/// <param name="Prompt">Its prompt; null for a still whose clips have the words.</param>
internal sealed record DemoScene(string Name, IPainter Painter, Palette Palette, PictureSize Shape, string? Prompt)
{
    /// <summary>The clips, oldest first.</summary>
    public IReadOnlyList<DemoVideo> Videos { get; init; } = [];

    /// <summary>The post of the still.</summary>
    public Guid Id => DemoIds.FromName(Name);

    /// <summary>The post of a clip.</summary>
    public Guid GetVideoId(DemoVideo demoVideo) => DemoIds.FromName($"{Name}/{Videos.ToList().IndexOf(demoVideo)}");

    /// <summary>What the painter is given.</summary>
    public PaintContext PaintContext => new(Shape.Width, Shape.Height, Palette, DemoIds.CreateSeed(Name));
}
