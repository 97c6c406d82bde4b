using Sovia.Api.Docs;
using Sovia.Curation;

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
        app.MapPut("/api/posts/{id:guid}/like", (Guid id, ApplyChange apply, ReadLiked read, CancellationToken ct) => SetAsync(id, true, apply, read, ct)).WithSummary("Likes a post")
            .Answers<LikedPost>(ApiExamples.Liked).RefusesUnknownPost();
        app.MapDelete("/api/posts/{id:guid}/like", (Guid id, ApplyChange apply, ReadLiked read, CancellationToken ct) => SetAsync(id, false, apply, read, ct)).WithSummary("Unlikes a post")
            .Answers<LikedPost>(ApiExamples.Liked).RefusesUnknownPost();
    }

    private static async Task<IResult> SetAsync(Guid id, bool liked, ApplyChange apply, ReadLiked read, CancellationToken ct)
    {
        await apply.RunAsync(Selection.Of([id]), new() { Liked = liked }, ct);
        return await read.OfAsync(id, ct) is { } now ? ApiJson.Of(now) : ApiProblem.NoPost();
    }
}
