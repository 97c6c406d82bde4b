using System.Text.Json;
using Sovia.Api.Docs;
using Sovia.Curation;

namespace Sovia.Api;

/// <summary>Maps the route that changes the annotation of one post.</summary>
public static class AnnotationEndpoints
{
    /// <summary>
    /// Maps <c>PATCH /api/posts/{id}/annotation</c>, which returns the whole annotation and the batch of the change.
    /// </summary>
    public static void MapAnnotations(this IEndpointRouteBuilder app) =>
        app.MapPatch("/api/posts/{id:guid}/annotation", PatchAsync)
            .WithSummary("Sets the like, rating, tags, note, title, hidden or trashed state of a post")
            .AcceptsJson<ChangeRequest>("""{"rating":4,"add_tags":["lighthouse"]}""")
            .ProducesJson<AnnotationResultJson>(ApiExamples.Annotated).ProducesInvalidBody().ProducesPostNotFound()
            .ProducesErrors((422, "invalid_change", "“rating” must be a whole number."));

    private static async Task<IResult> PatchAsync(Guid id, HttpRequest request, ApplyChange apply, ReadLikeState likes,
        ReadAnnotations annotations, CancellationToken ct)
    {
        if (await ApiBody.ReadNamedAsync(request, ct) is not { ValueKind: JsonValueKind.Object } body)
            return ApiProblem.InvalidBody("The body must be a JSON object, such as {\"rating\": 4}.");
        var (change, problems) = ChangeJsonReader.ReadChange(body);
        if (problems.Count > 0) return ApiProblem.InvalidChange(problems);
        var result = await apply.RunAsync(Selection.From([id]), change, ct);
        if (result.SelectedCount == 0) return ApiProblem.PostNotFound();
        var (current, isLiked) = result.SinglePost is { } post ? (post.Annotation, post.Liked)
            : ((await annotations.ReadAsync([id], ct)).GetValueOrDefault(id) ?? new() { Id = id }, (await likes.ReadAsync(id, ct))?.Liked);
        return ApiJson.ToResult(new AnnotationResultJson(id, AnnotationJson.From(current, isLiked), result.ChangedCount, result.Batch?.Id));
    }
}
