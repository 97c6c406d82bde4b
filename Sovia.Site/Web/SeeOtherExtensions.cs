using Microsoft.AspNetCore.Mvc;

namespace Sovia.Web;

/// <summary>Redirects to the next page after a form was processed.</summary>
public static class SeeOtherExtensions
{
    /// <summary>Returns status 303, so that a reload requests the page again and does not resubmit the form.</summary>
    public static StatusCodeResult SeeOther(this HttpResponse response, string address)
    {
        response.Headers.Location = address;
        return new(StatusCodes.Status303SeeOther);
    }
}
