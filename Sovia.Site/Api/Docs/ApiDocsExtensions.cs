using Sovia.Query;
using Sovia.Query.Facets;

namespace Sovia.Api.Docs;

/// <summary>
/// Adds metadata about requests and responses to routes, for the API's documentation. It does not affect the routes' behaviour.
/// </summary>
internal static class ApiDocsExtensions
{
    private const string JsonContentType = "application/json";

    /// <summary>Documents a response with a JSON body.</summary>
    /// <typeparam name="T">The type of its schema.</typeparam>
    /// <param name="route">The route.</param>
    /// <param name="example">An example in JSON.</param>
    /// <param name="status">The HTTP status.</param>
    public static RouteHandlerBuilder ProducesJson<T>(this RouteHandlerBuilder route, string example,
        int status = StatusCodes.Status200OK) =>
        route.Produces<T>(status, JsonContentType).WithMetadata(new ApiExample(status, example));

    /// <summary>Documents a response that is text in another format.</summary>
    public static RouteHandlerBuilder ProducesText(this RouteHandlerBuilder route, string contentType, string example) =>
        route.Produces<string>(StatusCodes.Status200OK, contentType).WithMetadata(new ApiExample(StatusCodes.Status200OK, example));

    /// <summary>Documents error responses with their codes.</summary>
    public static RouteHandlerBuilder ProducesErrors(this RouteHandlerBuilder route,
        params (int Status, string Code, string Detail)[] answers)
    {
        foreach (var (status, code, detail) in answers)
            route.Produces<ApiError>(status, "application/problem+json")
                .WithMetadata(new ApiExample(status, $$"""{"title":"","status":{{status}},"detail":"{{detail}}","code":"{{code}}"}"""));
        return route;
    }

    /// <summary>Documents the 404 for a post that is not in the library.</summary>
    public static RouteHandlerBuilder ProducesPostNotFound(this RouteHandlerBuilder route) =>
        route.ProducesErrors((StatusCodes.Status404NotFound, "post_not_found", "No post has this ID."));

    /// <summary>Documents the 422 for an invalid parameter.</summary>
    public static RouteHandlerBuilder ProducesInvalidParameter(this RouteHandlerBuilder route) =>
        route.ProducesErrors((StatusCodes.Status422UnprocessableEntity, "invalid_parameter",
            "“limit” must be a whole number from 1 to 100."));

    /// <summary>Documents the 400 for a body that is not JSON of the expected shape.</summary>
    public static RouteHandlerBuilder ProducesInvalidBody(this RouteHandlerBuilder route) =>
        route.ProducesErrors((StatusCodes.Status400BadRequest, "body_unreadable", "The body must be a JSON object."));

    /// <summary>Documents a JSON request body.</summary>
    /// <typeparam name="T">The type of its schema.</typeparam>
    /// <param name="route">The route.</param>
    /// <param name="example">An example in JSON.</param>
    public static RouteHandlerBuilder AcceptsJson<T>(this RouteHandlerBuilder route, string example) =>
        route.WithMetadata(new ApiRequestBody(typeof(T), example));

    /// <summary>Documents query parameters.</summary>
    public static RouteHandlerBuilder WithParameters(this RouteHandlerBuilder route, params ApiParameter[] parameters) =>
        route.WithMetadata(new ApiParameters(parameters));

    /// <summary>Documents the parameters of a library query, generated from the list of fields, and others.</summary>
    public static RouteHandlerBuilder WithQueryParameters(this RouteHandlerBuilder route, params ApiParameter[] others) =>
        route.WithParameters(
    [
        new("search", "A search in the language of the search box.", "lighthouse -type:video"),
        .. Facet.All.Select(facet => new ApiParameter(
            facet.Parameter,
            $"{facet.Title}: {facet.ValueDescription}. Separate several values with commas; a minus before a value excludes it.",
            facet.Values.FirstOrDefault() ?? "none")),
        new("sort", "The sort order.", "date_desc") { Values = [.. SortBy.All.Select(sort => sort.Name)] },
        new("seed", "The shuffle number for sort=random.", "1") { IsNumber = true },
        .. others,
    ]);
}
