using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Sovia.Web;

/// <summary>
/// <c>&lt;moment at="..." form="day" /&gt;</c>: a date, written in UTC here and put into the viewer's zone by a script,
/// with the exact time in its title.
/// </summary>
[HtmlTargetElement("moment", TagStructure = TagStructure.WithoutEndTag)]
public sealed class MomentTagHelper : TagHelper
{
    /// <summary>The time to show; nothing is written without one.</summary>
    public DateTimeOffset? At { get; set; }

    /// <summary><c>day</c>, <c>minute</c> or <c>exact</c>.</summary>
    public string Form { get; set; } = "day";

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (At?.ToUniversalTime() is not { } at)
        {
            output.SuppressOutput();
            return;
        }

        var exact = at.ToString("d MMMM yyyy 'at' HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);
        output.TagName = "time";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("datetime", at.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'", CultureInfo.InvariantCulture));
        output.Attributes.SetAttribute("title", exact);
        output.Attributes.SetAttribute("data-form", Form);
        output.Content.SetContent(Form switch
        {
            "exact" => exact,
            "minute" => at.ToString("d MMM yyyy, HH:mm 'UTC'", CultureInfo.InvariantCulture),
            _ => at.ToString("d MMM yyyy", CultureInfo.InvariantCulture),
        });
    }
}
