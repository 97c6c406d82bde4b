using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Sovia.Api.Docs;
using Sovia.Curation;
using Sovia.Library;
using Sovia.Web;

namespace Sovia.Api;

/// <summary>Changes of many posts, their history, and their undo.</summary>
public static class BatchEndpoints
{
    private const int MostShown = 100;

    /// <summary>Maps <c>/api/batches</c>.</summary>
    public static void MapBatches(this IEndpointRouteBuilder app)
    {
        app.MapPost("/api/batches", PostAsync).WithSummary("Changes posts given by IDs or by a query")
            .Sends<SentBatch>(ApiExamples.Change).Answers<ChangedJson>(ApiExamples.Changed).Answers<ChangedJson>(ApiExamples.Changed, StatusCodes.Status202Accepted).RefusesBody()
            .Refuses((422, "invalid_selection", "“selection” must have “ids” or “query”."));
        app.MapGet("/api/batches", ListAsync).WithSummary("Lists batches of changes, newest first")
            .Answers<BatchesJson>(ApiExamples.Batches);
        app.MapGet("/api/batches/{id:guid}", GetAsync).WithSummary("Returns a batch with its state, progress and the fields it left unchanged (more after left_after)")
            .Answers<BatchStateJson>(ApiExamples.BatchState).Refuses((404, "batch_not_found", "No batch has this ID."));
        app.MapPost("/api/batches/{id:guid}/cancel", CancelAsync).WithSummary("Stops a queued or running batch. Changes made so far are kept")
            .Answers<BatchStateJson>(ApiExamples.BatchState).Refuses((404, "batch_not_found", "No batch has this ID."));
        app.MapPost("/api/batches/{id:guid}/undo", UndoAsync).WithSummary("Undoes a batch, except fields that were changed again since")
            .Answers<ChangedJson>(ApiExamples.Changed).Answers<ChangedJson>(ApiExamples.Changed, StatusCodes.Status202Accepted).Refuses((404, "batch_not_found", "No batch has this ID."));
    }

    private static async Task<IResult> PostAsync(HttpRequest request, ApplyChange apply, TimeProvider clock, CancellationToken ct)
    {
        if (await ApiBody.ReadAsync(request, ct) is not { ValueKind: JsonValueKind.Object } body) return ApiProblem.BadBody("The body must be a JSON object with “selection” and “change”.");
        if (!body.TryGetProperty("selection", out var selected) || ChangeJson.Selection(selected, clock.GetUtcNow(), TimeZones.Named(ViewerZone.NameOf(request))) is not { } selection)
            return ApiProblem.Of(StatusCodes.Status422UnprocessableEntity, "invalid_selection", "“selection” must have “ids”, a list of post IDs, or “query”, the part of a gallery URL after the question mark. Every parameter must be valid.");
        if (!body.TryGetProperty("change", out var wanted) || wanted.ValueKind != JsonValueKind.Object)
            return ApiProblem.BadChange([new("change", "“change” must be an object, such as {\"add_tags\": [\"sea\"]}.")]);
        var (change, problems) = ChangeJson.Read(wanted);
        if (problems.Count > 0) return ApiProblem.BadChange(problems);
        return Answer(await apply.RunAsync(selection, change, ct));
    }

    private static async Task<IResult> ListAsync(Guid? before, int? limit, ReadBatches read, CancellationToken ct)
    {
        var count = Math.Clamp(limit ?? 50, 1, MostShown);
        var batches = await read.PageAsync(before, count, ct);
        return ApiJson.Of(new BatchesJson(batches.Select(BatchJson.Of), batches.Count == count ? batches[^1].Id : null));
    }

    private static async Task<IResult> GetAsync(Guid id, [FromQuery(Name = "left_after")] long? leftAfter, ReadBatches read, CancellationToken ct)
    {
        if (await read.ByIdAsync(id, ct) is not { } batch) return ApiProblem.NoBatch();
        var left = await read.LeftAsync(batch, leftAfter ?? 0, ct);
        return ApiJson.Of(new BatchStateJson(BatchJson.Of(batch), left.Fields, left.Next));
    }

    private static async Task<IResult> CancelAsync(Guid id, StopBatch stop, ReadBatches read, CancellationToken ct)
    {
        await stop.RunAsync(id, BatchState.Cancelled, null, ct);
        return await GetAsync(id, null, read, ct);
    }

    private static async Task<IResult> UndoAsync(Guid id, UndoBatch undo, CancellationToken ct) =>
        await undo.RunAsync(id, ct) is { } result ? Answer(result) : ApiProblem.NoBatch();

    // A large one is done as a job: 202, and where it stands is asked for by its id.
    private static IResult Answer(ChangeResult result) => ApiJson.Of(
        new ChangedJson(result.Batch is { } batch ? BatchJson.Of(batch) : null, result.Selected, result.Changed, result.Left),
        result.IsQueued ? StatusCodes.Status202Accepted : StatusCodes.Status200OK);
}
