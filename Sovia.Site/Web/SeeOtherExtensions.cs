using Microsoft.AspNetCore.Mvc;

namespace Sovia.Web;

/// <summary>The answer to a form that did its work: the page to look at now.</summary>
public static class SeeOtherExtensions
{
    /// <summary>303, so that a reload asks for the page again and does not send the form.</summary>
    public static StatusCodeResult SeeOther(this HttpResponse response, string address)
    {
        response.Headers.Location = address;
        return new(StatusCodes.Status303SeeOther);
    }
}
