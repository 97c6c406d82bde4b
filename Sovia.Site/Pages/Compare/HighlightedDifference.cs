using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Sovia.Compare;

namespace Sovia.Pages.Compare;

/// <summary>Renders a text difference, with removals and additions marked and white space unchanged.</summary>
/// <param name="difference">The difference.</param>
public sealed class HighlightedDifference(WordDiff difference) : IHtmlContent
{
    /// <inheritdoc/>
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        foreach (var (change, text) in difference.Pieces)
        {
            var tag = change switch { WordChange.Removed => "del", WordChange.Added => "ins", _ => null };
            if (tag is not null) writer.Write($"<{tag}>");
            encoder.Encode(writer, text);
            if (tag is not null) writer.Write($"</{tag}>");
        }
    }
}
