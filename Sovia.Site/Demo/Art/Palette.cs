namespace Sovia.Demo.Art;

/// <summary>Five colours from dark to light and one that stands against them.</summary>
internal sealed record Palette(Colour Deep, Colour Shade, Colour Mid, Colour Light, Colour Glow, Colour Accent)
{
    /// <summary>Reads six colours written <c>#rrggbb</c>, in the order of the parameters.</summary>
    public static Palette Of(string colours) => colours.Split(' ') is [var deep, var shade, var mid, var light, var glow, var accent]
        ? new(Colour.Of(deep), Colour.Of(shade), Colour.Of(mid), Colour.Of(light), Colour.Of(glow), Colour.Of(accent))
        : throw new ArgumentException("six colours make a palette", nameof(colours));

    /// <summary>From the darkest (0) to the lightest (1).</summary>
    public Colour At(double t)
    {
        t = Math.Clamp(t, 0, 1) * 4;
        return t switch
        {
            < 1 => Deep.To(Shade, t),
            < 2 => Shade.To(Mid, t - 1),
            < 3 => Mid.To(Light, t - 2),
            _ => Light.To(Glow, t - 3),
        };
    }
}
