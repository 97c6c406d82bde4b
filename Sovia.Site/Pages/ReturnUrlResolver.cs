namespace Sovia.Pages;

/// <summary>Resolves the URL that a form returns to. Accepts local URLs only.</summary>
internal static class ReturnUrlResolver
{
    private const int Longest = 8000;

    /// <summary>Returns the form's <c>back</c> field, or else the referring page, or else a default.</summary>
    /// <param name="form">The form.</param>
    /// <param name="request">The request that submitted the form.</param>
    /// <param name="otherwise">The default.</param>
    /// <param name="not">The ending of URLs not to return to, because they show the form itself; null for none.</param>
    public static string Resolve(IFormCollection form, HttpRequest request, string otherwise, string? not = null)
    {
        if (form["back"].ToString() is { Length: < Longest } back && IsLocal(back)) return back;
        return Uri.TryCreate(request.Headers.Referer, UriKind.Absolute, out var from) && from.Authority == request.Host.Value
            && (not is null || !from.AbsolutePath.EndsWith(not, StringComparison.Ordinal)) && IsLocal(from.PathAndQuery)
            ? from.PathAndQuery : otherwise;
    }

    // Two leading slashes would make it a URL of another site.
    private static bool IsLocal(string address) =>
        address is ['/', ..] and not ['/', '/' or '\\', ..] && address.All(sign => char.IsAscii(sign) && !char.IsControl(sign));
}
