namespace Sovia.Demo.Art;

/// <summary>What a painter is given: a size, colours, and chance.</summary>
/// <param name="Width">In pixels.</param>
/// <param name="Height">In pixels.</param>
/// <param name="Palette">The colours.</param>
/// <param name="Seed">The same seed, the same picture.</param>
internal sealed record PaintContext(int Width, int Height, Palette Palette, ulong Seed)
{
    /// <summary>Chance, from its beginning.</summary>
    public SeededRandom CreateRandom() => new(Seed);

    /// <summary>An empty canvas of this size.</summary>
    public Canvas CreateCanvas() => new(Width, Height);

    /// <summary>A length of which the shorter side has a thousand.</summary>
    public double Unit => Math.Min(Width, Height) / 1000.0;
}
