using System.Globalization;
using Sovia.Api.Docs;
using Sovia.Library.Browsing;
using Sovia.Similarity;

namespace Sovia.Api;

/// <summary>
/// Maps <c>GET /api/media/{id}/similar</c>: families similar to that of a post, most similar first, in the format of 8xSovia's API.
/// </summary>
public static class SimilarEndpoint
{
    private const int Default = 6, Max = 20;

    /// <summary>Maps the route. <c>limit</c> is 1 to 20, by default 6.</summary>
    public static void MapSimilar(this IEndpointRouteBuilder app) =>
        app.MapGet("/api/media/{id:guid}/similar", AnswerAsync).WithSummary("Returns stacks with prompts similar to a post")
            .WithParameters(ApiParameter.Limit(Default, Max)).ProducesJson<IReadOnlyList<MediaPostJson>>(ApiExamples.Similar)
            .ProducesPostNotFound()
            .ProducesErrors((422, "invalid_limit", "“limit” must be a number from 1 to 20."));

    private static async Task<IResult> AnswerAsync(Guid id, string? limit, OpenPost open, FindSimilarFamilies similar,
        MediaPostReader media, HttpContext http, CancellationToken ct)
    {
        if (!TryRead(limit, out var take))
            return ApiProblem.Create(StatusCodes.Status422UnprocessableEntity, "invalid_limit", "“limit” must be a number from 1 to 20.");
        if (await open.LoadAsync(id, ct) is not { } post) return ApiProblem.PostNotFound();
        var page = await similar.FindPageAsync([post.RootId], 0, take, ct);
        if (page.Basis is null)
        {
            http.Response.Headers.RetryAfter = "2";
            return ApiProblem.Create(StatusCodes.Status503ServiceUnavailable, "similarity_not_ready",
                "Similar items are still being computed. Try again in a moment.");
        }
        var shown = await media.ReadByRootAsync([.. page.Items.Select(item => item.Family.Id)], http.Request.PathBase, ct);
        return ApiJson.ToResult(page.Items.Where(item => shown.ContainsKey(item.Family.Id)).Select(item => shown[item.Family.Id] with
        {
            SimilarityScore = item.Score,
            SimilarityReason = item.Reason,
        }));
    }

    private static bool TryRead(string? limit, out int take)
    {
        take = Default;
        return string.IsNullOrEmpty(limit) || (int.TryParse(limit, NumberStyles.None, CultureInfo.InvariantCulture, out take)
            && take is >= 1 and <= Max);
    }
}
