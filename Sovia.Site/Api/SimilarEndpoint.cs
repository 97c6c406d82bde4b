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
    private const int DefaultLimit = 6, MaxLimit = 20;

    /// <summary>Maps the route. <c>limit</c> is 1 to 20, by default 6.</summary>
    public static void MapSimilar(this IEndpointRouteBuilder app) =>
        app.MapGet("/api/media/{id:guid}/similar", GetSimilarAsync).WithSummary("Returns stacks with prompts similar to a post")
            .WithParameters(ApiParameter.Limit(DefaultLimit, MaxLimit)).ProducesJson<IReadOnlyList<MediaPostJson>>(ApiExamples.Similar)
            .ProducesPostNotFound()
            .ProducesErrors((422, "invalid_limit", "“limit” must be a number from 1 to 20."));

    private static async Task<IResult> GetSimilarAsync(Guid id, string? limit, OpenPost open, FindSimilarFamilies similar,
        MediaPostReader media, HttpContext http, CancellationToken ct)
    {
        if (!TryReadLimit(limit, out var count))
            return ApiProblem.Create(StatusCodes.Status422UnprocessableEntity, "invalid_limit", "“limit” must be a number from 1 to 20.");
        if (await open.LoadAsync(id, ct) is not { } post) return ApiProblem.PostNotFound();
        var page = await similar.FindPageAsync([post.RootId], 0, count, ct);
        if (page.Basis is null)
        {
            http.Response.Headers.RetryAfter = "2";
            return ApiProblem.Create(StatusCodes.Status503ServiceUnavailable, "similarity_not_ready",
                "Similar items are still being computed. Try again in a moment.");
        }
        var families = await media.ReadByRootAsync([.. page.Items.Select(item => item.Family.Id)], http.Request.PathBase, ct);
        return ApiJson.ToResult(page.Items.Where(item => families.ContainsKey(item.Family.Id)).Select(item => families[item.Family.Id] with
        {
            SimilarityScore = item.Score,
            SimilarityReason = item.Reason,
        }));
    }

    private static bool TryReadLimit(string? limit, out int count)
    {
        count = DefaultLimit;
        return string.IsNullOrEmpty(limit) || (int.TryParse(limit, NumberStyles.None, CultureInfo.InvariantCulture, out count)
            && count is >= 1 and <= MaxLimit);
    }
}
