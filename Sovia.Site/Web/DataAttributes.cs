using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace Sovia.Web;

/// <summary>
/// A <c>data-*</c> attribute that may be absent. Razor leaves other attributes out when their value is null, but writes <c>data-x=""</c>,
/// which a style or a script that asks for <c>[data-x]</c> takes for present.
/// </summary>
public static class DataAttributes
{
    /// <summary>The attribute; nothing without a value.</summary>
    /// <param name="name">The part of its name behind <c>data-</c>.</param>
    /// <param name="value">Its value; neither null nor an empty text is written.</param>
    public static IHtmlContent Optional<T>(string name, T value) =>
        Convert.ToString(value, CultureInfo.InvariantCulture) is { Length: > 0 } text ? new Attribute(name, text) : HtmlString.Empty;

    /// <summary>The attribute with the value <c>true</c> where something is so; nothing where it is not.</summary>
    /// <param name="name">The part of its name behind <c>data-</c>.</param>
    /// <param name="holds">Whether it is so.</param>
    public static IHtmlContent Flag(string name, bool holds) => Optional(name, holds ? "true" : null);

    private sealed class Attribute(string name, string value) : IHtmlContent
    {
        public void WriteTo(TextWriter writer, HtmlEncoder encoder)
        {
            writer.Write("data-");
            writer.Write(name);
            writer.Write("=\"");
            encoder.Encode(writer, value);
            writer.Write('"');
        }
    }
}
