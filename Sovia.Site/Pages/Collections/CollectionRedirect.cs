using Sovia.Collections;
using Sovia.Query;

namespace Sovia.Pages.Collections;

/// <summary>
/// The address of a collection, which stays when it is renamed. It leads to the gallery of what the collection holds, with all parameters.
/// </summary>
public static class CollectionRedirect
{
    /// <summary>Maps it; 404 where there is no such collection.</summary>
    public static void MapCollectionRedirect(this IEndpointRouteBuilder app) => app.MapGet("/collections/{id:guid}", AnswerAsync);

    private static async Task<IResult> AnswerAsync(Guid id, CollectionCache known, HttpContext http, CancellationToken ct)
    {
        var tree = await known.GetCurrentAsync(ct);
        if (tree.FindById(id) is not { } collection) return Results.NotFound();
        var asked = http.Request.QueryString.Value is { Length: > 1 } given ? $"&{given[1..]}" : "";
        // One that was put in order opens in it.
        if (collection.Ordered && !http.Request.Query.ContainsKey("sort")) asked = $"&sort={SortBy.Hand.Name}{asked}";
        http.Response.Headers.CacheControl = "no-store";
        return Results.Redirect($"{http.Request.PathBase}/?{CollectionParameter.Format(tree, collection)}{asked}");
    }
}
