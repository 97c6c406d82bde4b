using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Sovia.Web;

/// <summary>Renders <c>&lt;moment at="..." form="day" /&gt;</c> as a <see cref="Moment"/>.</summary>
[HtmlTargetElement("moment", TagStructure = TagStructure.WithoutEndTag)]
public sealed class MomentTagHelper : TagHelper
{
    /// <summary>The time to show; null renders nothing.</summary>
    public DateTimeOffset? At { get; set; }

    /// <summary>The precision: <c>day</c>, <c>minute</c> or <c>exact</c>.</summary>
    public string Form { get; set; } = "day";

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.Content.SetHtmlContent(Moment.Render(At, Form));
    }
}
