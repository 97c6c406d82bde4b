using Sovia.Api.Docs;
using Sovia.Curation;

namespace Sovia.Api;

/// <summary>
/// Maps the like button of cards. It needs no antiforgery token, because a page with a token could not be cached by the browser.
/// </summary>
public static class LikeEndpoint
{
    /// <summary>
    /// Maps <c>PUT</c> and <c>DELETE /api/posts/{id}/like</c>, for this site's scripts. Browsers send neither method cross-origin without a
    /// CORS preflight, which this site does not answer.
    /// </summary>
    public static void MapLikes(this IEndpointRouteBuilder app)
    {
        app.MapPut("/api/posts/{id:guid}/like", (Guid id, ApplyChange apply, ReadLikeState read, CancellationToken ct) =>
            SetAsync(id, true, apply, read, ct)).WithSummary("Likes a post")
            .ProducesJson<LikeState>(ApiExamples.Liked).ProducesPostNotFound();
        app.MapDelete("/api/posts/{id:guid}/like", (Guid id, ApplyChange apply, ReadLikeState read, CancellationToken ct) =>
            SetAsync(id, false, apply, read, ct)).WithSummary("Unlikes a post")
            .ProducesJson<LikeState>(ApiExamples.Liked).ProducesPostNotFound();
    }

    private static async Task<IResult> SetAsync(Guid id, bool liked, ApplyChange apply, ReadLikeState read, CancellationToken ct)
    {
        await apply.RunAsync(Selection.From([id]), new() { Liked = liked }, ct);
        return await read.ReadAsync(id, ct) is { } state ? ApiJson.ToResult(state) : ApiProblem.PostNotFound();
    }
}
