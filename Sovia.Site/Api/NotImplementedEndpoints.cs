using Sovia.Api.Docs;

namespace Sovia.Api;

/// <summary>
/// Maps the routes of 8xSovia that ran models locally. Sovia only stores existing media and generates nothing, so they return an error.
/// </summary>
public static class NotImplementedEndpoints
{
    private static readonly string[] GetRoutes = ["/api/models/status", "/api/generated-videos", "/api/media/{id:guid}/generated-videos",
        "/api/video-chains"];

    private static readonly string[] PostRoutes = ["/api/prompts/generate", "/api/media/{id:guid}/generate-video", "/api/videos/merge",
        "/api/analyze-videos", "/api/merge-chain"];

    /// <summary>Maps the routes; each returns 501.</summary>
    public static void MapNotImplemented(this IEndpointRouteBuilder app)
    {
        foreach (var route in GetRoutes)
            app.MapGet(route, CreateProblem).WithSummary("Not part of Sovia, which runs no models")
                .ProducesErrors((501, "not_implemented", "Sovia runs no models."));
        foreach (var route in PostRoutes)
            app.MapPost(route, CreateProblem).WithSummary("Not part of Sovia, which runs no models")
                .ProducesErrors((501, "not_implemented", "Sovia runs no models."));
    }

    private static IResult CreateProblem() => ApiProblem.Create(
        StatusCodes.Status501NotImplemented, "not_implemented", "Sovia runs no models, so it can't generate prompts or videos.");
}
