using System.Text.Json;
using Sovia.Curation;

namespace Sovia.Api;

/// <summary>What the user decided about one post.</summary>
public static class AnnotationEndpoints
{
    private sealed record Decided(bool? Liked, int Rating, IReadOnlyList<string> Tags, string? Note, string? Title, bool Hidden, DateTimeOffset? TrashedAt);

    /// <summary>Maps <c>PATCH /api/posts/{id}/annotation</c>, which answers with all of the annotation and the batch that it made.</summary>
    public static void MapAnnotations(this IEndpointRouteBuilder app) =>
        app.MapPatch("/api/posts/{id:guid}/annotation", PatchAsync).WithSummary("Sets the like, rating, tags, note, title, hidden or trashed state of a post");

    private static async Task<IResult> PatchAsync(Guid id, HttpRequest request, ApplyChange apply, ReadLiked liked, ReadAnnotations read, CancellationToken ct)
    {
        if (await ApiBody.ReadAsync(request, ct) is not { ValueKind: JsonValueKind.Object } body) return ApiProblem.BadBody("The body must be a JSON object, such as {\"rating\": 4}.");
        var (change, problems) = ChangeJson.Read(body);
        if (problems.Count > 0) return ApiProblem.BadChange(problems);
        var result = await apply.RunAsync(Selection.Of([id]), change, ct);
        if (result.Selected == 0) return ApiProblem.NoPost();
        var (now, isLiked) = result.Only is { } post ? (post.Annotation, post.Liked) : ((await read.OfAsync([id], ct)).GetValueOrDefault(id) ?? new() { Id = id }, (await liked.OfAsync(id, ct))?.Liked);
        return ApiJson.Of(new { Id = id, Annotation = Of(now, isLiked), result.Changed, Batch = result.Batch?.Id });
    }

    /// <summary>An annotation as the API shows it; a like counts from whoever said so last, a source or the user.</summary>
    internal static object Of(Annotation annotation, bool? liked) => new Decided(
        liked, annotation.Rating ?? 0, annotation.Tags ?? [], annotation.Note, annotation.Title, annotation.Hidden == true, annotation.TrashedAt);
}
