using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Sovia.Demo.Art;

/// <summary>Writes numbers the way SVG reads them, to a tenth of a pixel and with a point whatever the language.</summary>
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

    /// <summary>Whether it was written onto this.</summary>
    public bool WritesTo(StringBuilder other) => ReferenceEquals(text, other);

    /// <summary>A text by itself.</summary>
    public static string Format(SvgInterpolatedStringHandler text) => text.ToString();

    /// <summary>What was written.</summary>
    public override string ToString() => text.ToString();
}
