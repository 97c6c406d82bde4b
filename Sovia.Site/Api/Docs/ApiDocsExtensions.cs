using Sovia.Query;
using Sovia.Query.Facets;

namespace Sovia.Api.Docs;

/// <summary>
/// Says beside a route what it takes and answers, for the API's documentation. Nothing of it changes what the route does.
/// </summary>
internal static class ApiDocsExtensions
{
    private const string Json = "application/json";

    /// <summary>An answer with a JSON body.</summary>
    /// <typeparam name="T">The type whose schema it has.</typeparam>
    /// <param name="route">The route.</param>
    /// <param name="example">JSON.</param>
    /// <param name="status">The status.</param>
    public static RouteHandlerBuilder ProducesJson<T>(this RouteHandlerBuilder route, string example,
        int status = StatusCodes.Status200OK) =>
        route.Produces<T>(status, Json).WithMetadata(new ApiExample(status, example));

    /// <summary>An answer that is a text of another form.</summary>
    public static RouteHandlerBuilder ProducesText(this RouteHandlerBuilder route, string contentType, string example) =>
        route.Produces<string>(StatusCodes.Status200OK, contentType).WithMetadata(new ApiExample(StatusCodes.Status200OK, example));

    /// <summary>Answers that say what is wrong, with their codes.</summary>
    public static RouteHandlerBuilder ProducesErrors(this RouteHandlerBuilder route,
        params (int Status, string Code, string Detail)[] answers)
    {
        foreach (var (status, code, detail) in answers)
            route.Produces<ApiError>(status, "application/problem+json")
                .WithMetadata(new ApiExample(status, $$"""{"title":"","status":{{status}},"detail":"{{detail}}","code":"{{code}}"}"""));
        return route;
    }

    /// <summary>404 where the library has no such post.</summary>
    public static RouteHandlerBuilder ProducesPostNotFound(this RouteHandlerBuilder route) =>
        route.ProducesErrors((StatusCodes.Status404NotFound, "post_not_found", "No post has this ID."));

    /// <summary>422 where a parameter means nothing.</summary>
    public static RouteHandlerBuilder ProducesInvalidParameter(this RouteHandlerBuilder route) =>
        route.ProducesErrors((StatusCodes.Status422UnprocessableEntity, "invalid_parameter",
            "“limit” must be a whole number from 1 to 100."));

    /// <summary>400 where the body is no JSON of the expected shape.</summary>
    public static RouteHandlerBuilder ProducesInvalidBody(this RouteHandlerBuilder route) =>
        route.ProducesErrors((StatusCodes.Status400BadRequest, "body_unreadable", "The body must be a JSON object."));

    /// <summary>A JSON body.</summary>
    /// <typeparam name="T">The type whose schema it has.</typeparam>
    /// <param name="route">The route.</param>
    /// <param name="example">JSON.</param>
    public static RouteHandlerBuilder AcceptsJson<T>(this RouteHandlerBuilder route, string example) =>
        route.WithMetadata(new ApiRequestBody(typeof(T), example));

    /// <summary>Parameters of the address.</summary>
    public static RouteHandlerBuilder WithParameters(this RouteHandlerBuilder route, params ApiParameter[] parameters) =>
        route.WithMetadata(new ApiParameters(parameters));

    /// <summary>The parameters of a gallery's address, from the list of fields, and others.</summary>
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
