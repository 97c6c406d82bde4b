using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Sovia.Query.Terms;

namespace Sovia.Pages;

/// <summary>Renders a text with the matches of a search in <c>mark</c> elements.</summary>
/// <param name="text">The text.</param>
/// <param name="by">What to highlight in it.</param>
public sealed class HighlightedText(string text, SearchHighlighter by) : IHtmlContent
{
    /// <inheritdoc/>
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        var at = 0;
        foreach (var (start, length) in by.FindRanges(text))
        {
            encoder.Encode(writer, text, at, start - at);
            writer.Write("<mark>");
            encoder.Encode(writer, text, start, length);
            writer.Write("</mark>");
            at = start + length;
        }
        encoder.Encode(writer, text, at, text.Length - at);
    }
}
