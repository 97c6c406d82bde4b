using System.Text.Json;
using Sovia.Api.Docs;
using Sovia.Curation;

namespace Sovia.Api;

/// <summary>What the user decided about one post.</summary>
public static class AnnotationEndpoints
{
    /// <summary>Maps <c>PATCH /api/posts/{id}/annotation</c>, which answers with all of the annotation and the batch that it made.</summary>
    public static void MapAnnotations(this IEndpointRouteBuilder app) =>
        app.MapPatch("/api/posts/{id:guid}/annotation", PatchAsync).WithSummary("Sets the like, rating, tags, note, title, hidden or trashed state of a post")
            .Sends<SentChange>("""{"rating":4,"add_tags":["lighthouse"]}""").Answers<AnnotatedJson>(ApiExamples.Annotated).RefusesBody().RefusesUnknownPost()
            .Refuses((422, "invalid_change", "“rating” must be a whole number."));

    private static async Task<IResult> PatchAsync(Guid id, HttpRequest request, ApplyChange apply, ReadLiked liked, ReadAnnotations read, CancellationToken ct)
    {
        if (await ApiBody.ReadAsync(request, ct) is not { ValueKind: JsonValueKind.Object } body) return ApiProblem.BadBody("The body must be a JSON object, such as {\"rating\": 4}.");
        var (change, problems) = ChangeJson.Read(body);
        if (problems.Count > 0) return ApiProblem.BadChange(problems);
        var result = await apply.RunAsync(Selection.Of([id]), change, ct);
        if (result.Selected == 0) return ApiProblem.NoPost();
        var (now, isLiked) = result.Only is { } post ? (post.Annotation, post.Liked) : ((await read.OfAsync([id], ct)).GetValueOrDefault(id) ?? new() { Id = id }, (await liked.OfAsync(id, ct))?.Liked);
        return ApiJson.Of(new AnnotatedJson(id, AnnotationJson.Of(now, isLiked), result.Changed, result.Batch?.Id));
    }
}
