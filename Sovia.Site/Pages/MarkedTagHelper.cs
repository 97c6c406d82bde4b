using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Sovia.Library.Language;

namespace Sovia.Pages;

/// <summary><c>&lt;marked text="..." by="..." /&gt;</c>: a text with what was looked for in <c>mark</c>.</summary>
[HtmlTargetElement("marked", TagStructure = TagStructure.WithoutEndTag)]
public sealed class MarkedTagHelper(HtmlEncoder encoder) : TagHelper
{
    /// <summary>The text.</summary>
    public string? Text { get; set; }

    /// <summary>What to mark in it.</summary>
    public required Highlights By { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        if (Text is not { } text) return;
        var at = 0;
        foreach (var (start, length) in By.In(text))
        {
            output.Content.AppendHtml(encoder.Encode(text[at..start])).AppendHtml("<mark>").AppendHtml(encoder.Encode(text.Substring(start, length))).AppendHtml("</mark>");
            at = start + length;
        }
        output.Content.AppendHtml(encoder.Encode(text[at..]));
    }
}
