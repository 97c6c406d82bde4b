using Microsoft.AspNetCore.Mvc;

namespace Sovia.Web;

/// <summary>Redirects to the next page after a form was processed.</summary>
public static class SeeOtherExtensions
{
    /// <summary>
    /// Returns status 303, so that a reload requests the page again and does not resubmit the form. A script that sends
    /// <c>Sovia-Redirect: manual</c> gets status 204 with the same Location and opens that URL itself, because a fetch that follows the
    /// redirect would consume the one-time message for the user.
    /// </summary>
    public static StatusCodeResult SeeOther(this HttpResponse response, string url)
    {
        response.Headers.Location = url;
        return new(response.HttpContext.Request.Headers["Sovia-Redirect"] == "manual" ? StatusCodes.Status204NoContent
            : StatusCodes.Status303SeeOther);
    }
}
