namespace Sovia.Web;

/// <summary>Decides whether to answer a request with a whole page or with a fragment.</summary>
public static class HtmxExtensions
{
    /// <summary>The header in which htmx names the control that triggered the request: <c>search</c> while the user types.</summary>
    public const string TriggerNameHeader = "HX-Trigger-Name";

    /// <summary>
    /// Returns whether htmx requests a fragment. A boosted request and a history restore get the whole page, because they replace it.
    /// </summary>
    public static bool WantsFragment(this HttpRequest request) =>
        request.Headers["HX-Request"] == "true"
        && request.Headers["HX-Boosted"] != "true"
        && request.Headers["HX-History-Restore-Request"] != "true";

    /// <summary>
    /// Returns whether the search box sent this request while the user types. Its text is unfinished, with the caret at the end.
    /// </summary>
    public static bool IsSearchTyping(this HttpRequest request) =>
        request.WantsFragment() && request.Headers[TriggerNameHeader] == "search";

    /// <summary>Returns whether the search box sent this request, while the user types or after leaving it.</summary>
    public static bool IsFromSearchBox(this HttpRequest request) =>
        request.IsSearchTyping() || request.Headers[TriggerNameHeader] == "searched";

    /// <summary>
    /// Adds a <c>Vary</c> header, because pages, fragments and answers to typing share a URL and must be cached separately.
    /// </summary>
    public static void VaryByFragment(this HttpResponse response) =>
        response.Headers.Append("Vary", response.HttpContext.Request.Headers.ContainsKey(TriggerNameHeader)
            ? $"HX-Request, HX-Boosted, {TriggerNameHeader}" : "HX-Request, HX-Boosted");
}
