namespace Sovia.Web;

/// <summary>When a page is to be answered whole, and when without its frame.</summary>
public static class HtmxExtensions
{
    /// <summary>The header in which htmx says which control asked: <c>search</c> while somebody types.</summary>
    public const string TriggerNameHeader = "HX-Trigger-Name";

    /// <summary>
    /// True where htmx asks for the inside of a page. A boosted request and a history restore get the whole page,
    /// as they replace it.
    /// </summary>
    public static bool WantsFragment(this HttpRequest request) =>
        request.Headers["HX-Request"] == "true"
        && request.Headers["HX-Boosted"] != "true"
        && request.Headers["HX-History-Restore-Request"] != "true";

    /// <summary>
    /// True where the search box asks while it is being typed in. It sends the text as it stands; the caret is behind it.
    /// </summary>
    public static bool IsSearchTyping(this HttpRequest request) =>
        request.WantsFragment() && request.Headers[TriggerNameHeader] == "search";

    /// <summary>True where the search box asks, be it because it was left.</summary>
    public static bool IsFromSearchBox(this HttpRequest request) =>
        request.IsSearchTyping() || request.Headers[TriggerNameHeader] == "searched";

    /// <summary>Tells caches that page and fragment share an address, and keeps what answers typing from whoever does not type.</summary>
    public static void VaryByFragment(this HttpResponse response) =>
        response.Headers.Append("Vary", response.HttpContext.Request.Headers.ContainsKey(TriggerNameHeader)
            ? $"HX-Request, HX-Boosted, {TriggerNameHeader}" : "HX-Request, HX-Boosted");
}
