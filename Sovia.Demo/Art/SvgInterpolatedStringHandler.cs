using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Sovia.Demo.Art;

/// <summary>Formats numbers for SVG: to a tenth of a pixel, with a decimal point regardless of the culture.</summary>
[InterpolatedStringHandler]
internal readonly ref struct SvgInterpolatedStringHandler
{
    private readonly StringBuilder text;

    public SvgInterpolatedStringHandler(int literalLength, int formattedCount, Canvas canvas) => text = canvas.Content;

    public SvgInterpolatedStringHandler(int literalLength, int formattedCount) =>
        text = new StringBuilder(literalLength + (formattedCount * 8));

    public void AppendLiteral(string value) => text.Append(value);

    public void AppendFormatted(string value) => text.Append(value);

    public void AppendFormatted(Colour value) => text.Append(value.ToString());

    public void AppendFormatted(double value) => text.Append(value.ToString("0.##", CultureInfo.InvariantCulture));

    public void AppendFormatted(double value, string format) => text.Append(value.ToString(format, CultureInfo.InvariantCulture));

    /// <summary>Returns whether this handler writes to a builder.</summary>
    public bool WritesTo(StringBuilder other) => ReferenceEquals(text, other);

    /// <summary>Formats a string.</summary>
    public static string Format(SvgInterpolatedStringHandler text) => text.ToString();

    /// <summary>Returns the formatted text.</summary>
    public override string ToString() => text.ToString();
}
