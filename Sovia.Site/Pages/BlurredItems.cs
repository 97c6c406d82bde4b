using Sovia.Library;
using Sovia.Library.Browsing;
using Sovia.Preferences;
using Sovia.Query;
using Sovia.Query.Lists;
using Sovia.Query.Terms;

namespace Sovia.Pages;

/// <summary>
/// Tells which items of a page are shown blurred, by the search that the user prefers, until they ask to see them for a session.
/// </summary>
public sealed class BlurredItems(ListMembership matching, TimeProvider clock)
{
    // It ends with the browser's session, in which it was asked for once.
    private const string Cookie = "reveal";

    private static readonly IReadOnlySet<Guid> None = new HashSet<Guid>();

    /// <summary>Whether this browser shows blurred items until it is closed.</summary>
    public static bool IsRevealed(HttpRequest request) => request.Cookies[Cookie] == "1";

    /// <summary>Shows blurred items in this browser until it is closed, or blurs them again.</summary>
    public static void SetRevealed(HttpResponse response, bool isRevealed)
    {
        var options = new CookieOptions { Path = "/", SameSite = SameSiteMode.Lax, IsEssential = true, HttpOnly = true };
        if (isRevealed) response.Cookies.Append(Cookie, "1", options);
        else response.Cookies.Delete(Cookie, options);
    }

    /// <summary>Those of the families on a page that are blurred.</summary>
    /// <param name="request">Who looks.</param>
    /// <param name="list">The list they are shown in.</param>
    /// <param name="families">The families, or posts in their shape.</param>
    /// <param name="ct">Ends the reading.</param>
    public Task<IReadOnlySet<Guid>> FindAsync(HttpRequest request, ResolvedQuery list, IEnumerable<Family> families,
        CancellationToken ct) =>
        FindAsync(request, list.Unit, Term.RequestsUnlisted(list.Term), [.. families.Select(family => family.Id)], ct);

    /// <summary>Those of some posts that are blurred.</summary>
    public Task<IReadOnlySet<Guid>> FindAsync(HttpRequest request, IReadOnlyCollection<Guid> posts, CancellationToken ct) =>
        FindAsync(request, ListUnit.Post, false, posts, ct);

    private async Task<IReadOnlySet<Guid>> FindAsync(HttpRequest request, ListUnit listUnit, bool isAside, IReadOnlyCollection<Guid> ids,
        CancellationToken ct)
    {
        if (request.GetPreferences().GetChosenValue(PreferenceCatalog.Blur) is not { } search || IsRevealed(request)) return None;
        var asked = isAside ? $"({search}) (is:trashed or is:expired or is:hidden)" : search;
        var query = LibraryQuery.Everything(clock.GetUtcNow(), ViewerTimeZone.FromRequest(request)).WithSearch(asked).WithUnit(listUnit);
        return await matching.FilterAsync(ResolvedQuery.From(query), ids, ct);
    }
}
