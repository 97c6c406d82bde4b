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
        if (time?.ToUniversalTime() is not { } utc) return HtmlString.Empty;
        var exact = utc.ToString("d MMMM yyyy 'at' HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);
        var text = form switch
        {
            "exact" => exact,
            "minute" => utc.ToString("d MMM yyyy, HH:mm 'UTC'", CultureInfo.InvariantCulture),
            _ => utc.ToString("d MMM yyyy", CultureInfo.InvariantCulture),
        };
        // Contains only digits, letters, colons and commas, so nothing needs escaping.
        return new HtmlString(string.Create(CultureInfo.InvariantCulture,
            $"<time datetime=\"{utc:yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'}\" title=\"{exact}\" data-form=\"{form}\">{text}</time>"));
    }
}
