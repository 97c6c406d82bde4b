using Sovia.Demo.Art;

namespace Sovia.Demo;

/// <summary>One family of the demo: a still and the clips made from it.</summary>
/// <param name="Name">Names it for ever: its ids and its chance come from it.</param>
/// <param name="Painter">Who draws it.</param>
/// <param name="Palette">In which colours.</param>
/// <param name="Shape">In which shape.</param>
/// <param name="Words">Its prompt; null for a still whose clips have the words.</param>
internal sealed record Scene(string Name, IPainter Painter, Palette Palette, Shape Shape, string? Words)
{
    /// <summary>The clips, oldest first.</summary>
    public IReadOnlyList<Clip> Clips { get; init; } = [];

    /// <summary>The post of the still.</summary>
    public Guid Id => DemoIds.Of(Name);

    /// <summary>The post of a clip.</summary>
    public Guid IdOf(Clip clip) => DemoIds.Of($"{Name}/{Clips.ToList().IndexOf(clip)}");

    /// <summary>What the painter is given.</summary>
    public Sheet Sheet => new(Shape.Width, Shape.Height, Palette, DemoIds.NumberOf(Name));
}
