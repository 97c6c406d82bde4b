namespace Sovia.Pages;

/// <summary>Where a form returns to once it has done its work. Only addresses of this site.</summary>
internal static class ReturnUrlResolver
{
    private const int Longest = 8000;

    /// <summary>What the form says in <c>back</c>, else the page that sent it, else another one.</summary>
    /// <param name="form">The form.</param>
    /// <param name="request">The request that brought it.</param>
    /// <param name="otherwise">Where to go where neither is known.</param>
    /// <param name="not">How the address of a page ends that is itself a form, and not returned to; null for none.</param>
    public static string Resolve(IFormCollection form, HttpRequest request, string otherwise, string? not = null)
    {
        if (form["back"].ToString() is { Length: < Longest } back && IsLocal(back)) return back;
        return Uri.TryCreate(request.Headers.Referer, UriKind.Absolute, out var from) && from.Authority == request.Host.Value
            && (not is null || !from.AbsolutePath.EndsWith(not, StringComparison.Ordinal)) && IsLocal(from.PathAndQuery)
            ? from.PathAndQuery : otherwise;
    }

    // Two slashes begin the address of another site.
    private static bool IsLocal(string address) =>
        address is ['/', ..] and not ['/', '/' or '\\', ..] && address.All(sign => char.IsAscii(sign) && !char.IsControl(sign));
}
