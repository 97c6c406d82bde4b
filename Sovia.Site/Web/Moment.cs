using System.Globalization;
using Microsoft.AspNetCore.Html;

namespace Sovia.Web;

/// <summary>Renders a date in UTC, with the exact time in its title. A script converts the date to the viewer's time zone.</summary>
public static class Moment
{
    /// <summary>Renders the element; nothing if there is no time.</summary>
    /// <param name="time">The time to show.</param>
    /// <param name="form"><c>day</c>, <c>minute</c> or <c>exact</c>.</param>
    public static IHtmlContent Render(DateTimeOffset? time, string form = "day")
    {
        if (time?.ToUniversalTime() is not { } at) return HtmlString.Empty;
        var exact = at.ToString("d MMMM yyyy 'at' HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);
        var shown = form switch
        {
            "exact" => exact,
            "minute" => at.ToString("d MMM yyyy, HH:mm 'UTC'", CultureInfo.InvariantCulture),
            _ => at.ToString("d MMM yyyy", CultureInfo.InvariantCulture),
        };
        // Contains only digits, letters, colons and commas, so nothing needs escaping.
        return new HtmlString(string.Create(CultureInfo.InvariantCulture,
            $"<time datetime=\"{at:yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'}\" title=\"{exact}\" data-form=\"{form}\">{shown}</time>"));
    }
}
