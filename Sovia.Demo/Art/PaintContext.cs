namespace Sovia.Demo.Art;

/// <summary>The input of a painter.</summary>
/// <param name="Width">The width in pixels.</param>
/// <param name="Height">The height in pixels.</param>
/// <param name="Palette">The colours.</param>
/// <param name="Seed">The seed; the same seed draws the same image.</param>
internal sealed record PaintContext(int Width, int Height, Palette Palette, ulong Seed)
{
    /// <summary>Creates a random number generator in its initial state.</summary>
    public SeededRandom CreateRandom() => new(Seed);

    /// <summary>Creates an empty canvas of this size.</summary>
    public Canvas CreateCanvas() => new(Width, Height);

    /// <summary>The unit of length: a thousandth of the shorter side.</summary>
    public double Unit => Math.Min(Width, Height) / 1000.0;
}
