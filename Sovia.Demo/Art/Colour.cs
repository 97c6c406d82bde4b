using System.Globalization;

namespace Sovia.Demo.Art;

/// <summary>A colour in the Oklab colour space, in which blends look even.</summary>
/// <param name="L">The lightness, from 0 to 1.</param>
/// <param name="A">The position from green to red.</param>
/// <param name="B">The position from blue to yellow.</param>
internal readonly record struct Colour(double L, double A, double B)
{
    /// <summary>Parses <c>#rrggbb</c>.</summary>
    public static Colour FromHex(string hex)
    {
        double ParseChannel(int i) => ToLinear(int.Parse(hex.AsSpan(i, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0);
        var (r, g, b) = (ParseChannel(1), ParseChannel(3), ParseChannel(5));
        var l = Math.Cbrt((0.4122214708 * r) + (0.5363325363 * g) + (0.0514459929 * b));
        var m = Math.Cbrt((0.2119034982 * r) + (0.6806995451 * g) + (0.1073969566 * b));
        var s = Math.Cbrt((0.0883024619 * r) + (0.2817188376 * g) + (0.6299787005 * b));
        return new(
            (0.2104542553 * l) + (0.7936177850 * m) - (0.0040720468 * s),
            (1.9779984951 * l) - (2.4285922050 * m) + (0.4505937099 * s),
            (0.0259040371 * l) + (0.7827717662 * m) - (0.8086757660 * s));
    }

    /// <summary>Blends this colour (0) with another (1).</summary>
    public Colour Blend(Colour other, double t)
    {
        t = Math.Clamp(t, 0, 1);
        return new(L + ((other.L - L) * t), A + ((other.A - A) * t), B + ((other.B - B) * t));
    }

    /// <summary>Returns the colour with the lightness increased, or decreased if negative.</summary>
    public Colour Lighten(double by) => this with { L = Math.Clamp(L + by, 0, 1) };

    /// <summary>Returns the colour with its chroma scaled: stronger above 1, greyer below 1.</summary>
    public Colour ScaleChroma(double times) => new(L, A * times, B * times);

    /// <summary>Converts the colour to red, green and blue from 0 to 255.</summary>
    public (byte R, byte G, byte B) ToRgb()
    {
        var l = Cube(L + (0.3963377774 * A) + (0.2158037573 * B));
        var m = Cube(L - (0.1055613458 * A) - (0.0638541728 * B));
        var s = Cube(L - (0.0894841775 * A) - (1.2914855480 * B));
        return (
            ToByte((4.0767416621 * l) - (3.3077115913 * m) + (0.2309699292 * s)),
            ToByte((-1.2684380046 * l) + (2.6097574011 * m) - (0.3413193965 * s)),
            ToByte((-0.0041960863 * l) - (0.7034186147 * m) + (1.7076147010 * s)));
    }

    /// <summary>Returns <c>#rrggbb</c>.</summary>
    public override string ToString() => ToRgb() is var (r, g, b) ? $"#{r:x2}{g:x2}{b:x2}" : "";

    private static double ToLinear(double c) => c <= 0.04045 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4);

    private static double Cube(double x) => x * x * x;

    private static byte ToByte(double linear)
    {
        var c = linear <= 0.0031308 ? linear * 12.92 : (1.055 * Math.Pow(linear, 1 / 2.4)) - 0.055;
        return (byte)Math.Clamp((int)Math.Round(c * 255), 0, 255);
    }
}
