using Sovia.Demo.Art;

namespace Sovia.Demo;

/// <summary>One family of the demo: an image and the videos made from it.</summary>
/// <param name="Name">The permanent name, from which ids and random seeds are derived.</param>
/// <param name="Painter">The painter.</param>
/// <param name="Palette">The colours.</param>
/// <param name="Shape">The dimensions.</param>
/// <param name="Prompt">The image's prompt; null if only its videos have prompts.</param>
internal sealed record DemoScene(string Name, IPainter Painter, Palette Palette, PictureSize Shape, string? Prompt)
{
    /// <summary>The videos, oldest first.</summary>
    public IReadOnlyList<DemoVideo> Videos { get; init; } = [];

    /// <summary>The post id of the image.</summary>
    public Guid Id => DemoIds.FromName(Name);

    /// <summary>Returns the post id of a video.</summary>
    public Guid GetVideoId(DemoVideo demoVideo) => DemoIds.FromName($"{Name}/{Videos.ToList().IndexOf(demoVideo)}");

    /// <summary>The input of the painter.</summary>
    public PaintContext PaintContext => new(Shape.Width, Shape.Height, Palette, DemoIds.CreateSeed(Name));
}
