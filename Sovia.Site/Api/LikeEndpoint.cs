using Sovia.Library;

namespace Sovia.Api;

/// <summary>Liking from a card, where a page with a token would not be kept by the browser.</summary>
public static class LikeEndpoint
{
    /// <summary>
    /// Maps <c>PUT</c> and <c>DELETE /api/posts/{id}/like</c>, for scripts of these pages: a browser sends neither method
    /// to another site without asking it first, and this one does not answer.
    /// </summary>
    public static void MapLikes(this IEndpointRouteBuilder app)
    {
        app.MapPut("/api/posts/{id:guid}/like", (Guid id, LikePost like, CancellationToken ct) => SetAsync(id, true, like, ct)).WithSummary("Likes a post");
        app.MapDelete("/api/posts/{id:guid}/like", (Guid id, LikePost like, CancellationToken ct) => SetAsync(id, false, like, ct)).WithSummary("Takes a like back");
    }

    private static async Task<IResult> SetAsync(Guid id, bool liked, LikePost like, CancellationToken ct) =>
        await like.SetAsync(id, liked, ct) is { } now ? Results.Ok(now) : Results.Problem("There is no post of this id.", statusCode: StatusCodes.Status404NotFound);
}
