using Sovia.Collections;
using Sovia.Query;

namespace Sovia.Pages.Collections;

/// <summary>
/// The permanent URL of a collection, which survives renames. Redirects to the gallery of its content and keeps all parameters.
/// </summary>
public static class CollectionRedirect
{
    /// <summary>Maps the redirect; 404 if the collection does not exist.</summary>
    public static void MapCollectionRedirect(this IEndpointRouteBuilder app) => app.MapGet("/collections/{id:guid}", RedirectAsync);

    private static async Task<IResult> RedirectAsync(Guid id, CollectionCache collectionCache, HttpContext http, CancellationToken ct)
    {
        var tree = await collectionCache.GetCurrentAsync(ct);
        if (tree.FindById(id) is not { } collection) return Results.NotFound();
        var parameters = http.Request.QueryString.Value is { Length: > 1 } queryString ? $"&{queryString[1..]}" : "";
        // Opens a collection with a custom order in that order.
        if (collection.Ordered && !http.Request.Query.ContainsKey("sort")) parameters = $"&sort={SortBy.Manual.Name}{parameters}";
        http.Response.Headers.CacheControl = "no-store";
        return Results.Redirect($"{http.Request.PathBase}/?{CollectionParameter.Format(tree, collection)}{parameters}");
    }
}
