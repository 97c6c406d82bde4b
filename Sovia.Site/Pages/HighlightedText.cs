using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Sovia.Query.Terms;

namespace Sovia.Pages;

/// <summary>Renders a text with the matches of a search in <c>mark</c> elements.</summary>
/// <param name="text">The text.</param>
/// <param name="highlighter">The highlighter of the search.</param>
public sealed class HighlightedText(string text, SearchHighlighter highlighter) : IHtmlContent
{
    /// <inheritdoc/>
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        var position = 0;
        foreach (var (start, length) in highlighter.FindRanges(text))
        {
            encoder.Encode(writer, text, position, start - position);
            writer.Write("<mark>");
            encoder.Encode(writer, text, start, length);
            writer.Write("</mark>");
            position = start + length;
        }
        encoder.Encode(writer, text, position, text.Length - position);
    }
}
