using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace Sovia.Web;

/// <summary>
/// Renders optional <c>data-*</c> attributes. Razor omits other attributes whose value is null, but writes <c>data-x=""</c>, which a
/// style or script that selects <c>[data-x]</c> treats as present.
/// </summary>
public static class DataAttributes
{
    /// <summary>Renders the attribute; nothing without a value.</summary>
    /// <param name="name">The attribute's name without <c>data-</c>.</param>
    /// <param name="value">The value; null and empty values are not written.</param>
    public static IHtmlContent Optional<T>(string name, T value) =>
        Convert.ToString(value, CultureInfo.InvariantCulture) is { Length: > 0 } text ? new Attribute(name, text) : HtmlString.Empty;

    /// <summary>Renders the attribute with the value <c>true</c>, or nothing.</summary>
    /// <param name="name">The attribute's name without <c>data-</c>.</param>
    /// <param name="isSet">Whether to render the attribute.</param>
    public static IHtmlContent Flag(string name, bool isSet) => Optional(name, isSet ? "true" : null);

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
