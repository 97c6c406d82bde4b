namespace Sovia.Pages;

/// <summary>Resolves the URL that a form returns to. Accepts local URLs only.</summary>
internal static class ReturnUrlResolver
{
    private const int MaxLength = 8000;

    /// <summary>Returns the form's <c>back</c> field, or else the referring page, or else a default.</summary>
    /// <param name="form">The form.</param>
    /// <param name="request">The request that submitted the form.</param>
    /// <param name="defaultUrl">The default.</param>
    /// <param name="excludedSuffix">The ending of URLs not to return to, because they show the form itself; null for none.</param>
    public static string Resolve(IFormCollection form, HttpRequest request, string defaultUrl, string? excludedSuffix = null)
    {
        if (form["back"].ToString() is { Length: < MaxLength } back && IsLocal(back)) return back;
        return Uri.TryCreate(request.Headers.Referer, UriKind.Absolute, out var referrer) && referrer.Authority == request.Host.Value
            && (excludedSuffix is null || !referrer.AbsolutePath.EndsWith(excludedSuffix, StringComparison.Ordinal))
                && IsLocal(referrer.PathAndQuery)
            ? referrer.PathAndQuery : defaultUrl;
    }

    // Rejects two leading slashes, because they start a URL of another site.
    private static bool IsLocal(string url) =>
        url is ['/', ..] and not ['/', '/' or '\\', ..] && url.All(c => char.IsAscii(c) && !char.IsControl(c));
}
