using Sovia.Library;
using Sovia.Library.Browsing;
using Sovia.Preferences;
using Sovia.Query;
using Sovia.Query.Language;
using Sovia.Query.Lists;
using Sovia.Query.Terms;

namespace Sovia.Pages;

/// <summary>
/// Determines which items of a page are blurred, by the search in the user's preferences, unless this browser session has revealed them.
/// </summary>
public sealed class BlurredItems(ListMembership matching, TimeProvider clock)
{
    // A session cookie, so that the choice ends when the browser closes.
    private const string CookieName = "reveal";

    private static readonly IReadOnlySet<Guid> None = new HashSet<Guid>();

    /// <summary>Returns whether this browser shows blurred items until it is closed.</summary>
    public static bool IsRevealed(HttpRequest request) => request.Cookies[CookieName] == "1";

    /// <summary>Returns the text of the link to the session switch; null if no items are blurred or hidden.</summary>
    public static string? GetSwitchText(HttpRequest request)
    {
        var preferences = request.GetPreferences();
        var (isBlurred, isHidden) = (preferences.GetChosenValue(PreferenceCatalog.Blur) is not null,
            preferences.GetChosenValue(PreferenceCatalog.Hide) is not null);
        if (!isBlurred && !isHidden) return null;
        return (IsRevealed(request), isBlurred, isHidden) switch
        {
            (true, true, false) => "Blur items again",
            (true, false, _) => "Hide items again",
            (true, _, _) => "Blur and hide items again",
            (false, true, false) => "Show blurred items",
            (false, false, _) => "Show hidden items",
            _ => "Show blurred and hidden items",
        };
    }

    /// <summary>Shows blurred items in this browser until it is closed, or blurs them again.</summary>
    public static void SetRevealed(HttpResponse response, bool isRevealed)
    {
        var options = new CookieOptions { Path = "/", SameSite = SameSiteMode.Lax, IsEssential = true, HttpOnly = true };
        if (isRevealed) response.Cookies.Append(CookieName, "1", options);
        else response.Cookies.Delete(CookieName, options);
    }

    /// <summary>Returns the blurred items among the families of a page.</summary>
    /// <param name="request">The request.</param>
    /// <param name="list">The list that shows the families.</param>
    /// <param name="families">The families, or posts in the shape of families.</param>
    /// <param name="ct">Cancels.</param>
    public Task<IReadOnlySet<Guid>> FindAsync(HttpRequest request, ResolvedQuery list, IEnumerable<Family> families,
        CancellationToken ct) =>
        FindAsync(request, list.Unit, Term.RequestsUnlisted(list.Term), [.. families.Select(family => family.Id)], ct);

    /// <summary>Returns the blurred items among some posts.</summary>
    public Task<IReadOnlySet<Guid>> FindAsync(HttpRequest request, IReadOnlyCollection<Guid> posts, CancellationToken ct) =>
        FindAsync(request, ListUnit.Post, false, posts, ct);

    private async Task<IReadOnlySet<Guid>> FindAsync(HttpRequest request, ListUnit listUnit, bool isUnlisted, IReadOnlyCollection<Guid> ids,
        CancellationToken ct)
    {
        if (request.GetPreferences().GetChosenValue(PreferenceCatalog.Blur) is not { } search || IsRevealed(request)) return None;
        var criteria = isUnlisted ? $"({search}) (is:trashed or is:expired or is:hidden)" : search;
        LibraryQuery query;
        using (NamedCollections.TolerateUnknown())
            query = LibraryQuery.Everything(clock.GetUtcNow(), ViewerTimeZone.FromRequest(request)).WithSearch(criteria).WithUnit(listUnit);
        return await matching.FilterAsync(ResolvedQuery.From(query), ids, ct);
    }
}
