namespace Sovia.Demo.Art;

/// <summary>Five colours from dark to light, and a contrasting accent.</summary>
internal sealed record Palette(Colour Deep, Colour Shade, Colour Mid, Colour Light, Colour Glow, Colour Accent)
{
    /// <summary>Parses six colours in the form <c>#rrggbb</c>, in the order of the parameters.</summary>
    public static Palette Parse(string colours) => colours.Split(' ') is [var deep, var shade, var mid, var light, var glow, var accent]
        ? new(Colour.FromHex(deep), Colour.FromHex(shade), Colour.FromHex(mid), Colour.FromHex(light), Colour.FromHex(glow),
            Colour.FromHex(accent))
        : throw new ArgumentException("six colours make a palette", nameof(colours));

    /// <summary>Returns the colour at a position from the darkest (0) to the lightest (1).</summary>
    public Colour GetColour(double t)
    {
        t = Math.Clamp(t, 0, 1) * 4;
        return t switch
        {
            < 1 => Deep.Blend(Shade, t),
            < 2 => Shade.Blend(Mid, t - 1),
            < 3 => Mid.Blend(Light, t - 2),
            _ => Light.Blend(Glow, t - 3),
        };
    }
}
