namespace Sovia.Pages.Gallery;

/// <summary>The filters beside the results.</summary>
/// <param name="Asked">The query they belong to.</param>
/// <param name="IsOpen">Whether they were left open: then they stand there from the first paint and push nothing aside later.</param>
public sealed record FilterPanel(Asked Asked, bool IsOpen)
{
    /// <summary>The cookie that remembers it.</summary>
    public const string Cookie = "panel";

    /// <summary>The panel for a request.</summary>
    public static FilterPanel Of(Asked asked, HttpRequest request) => new(asked, request.Cookies[Cookie] == "open");
}
