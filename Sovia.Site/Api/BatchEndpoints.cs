using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Sovia.Api.Docs;
using Sovia.Curation;
using Sovia.Library.Dates;
using Sovia.Web;

namespace Sovia.Api;

/// <summary>Maps changes of many posts, their history and their undo.</summary>
public static class BatchEndpoints
{
    private const int MaxPageSize = 100;

    /// <summary>Maps <c>/api/batches</c>.</summary>
    public static void MapBatches(this IEndpointRouteBuilder app)
    {
        app.MapPost("/api/batches", PostAsync).WithSummary("Changes posts given by IDs or by a query")
            .AcceptsJson<BatchRequest>(ApiExamples.Change).ProducesJson<ChangeResultJson>(ApiExamples.Changed)
            .ProducesJson<ChangeResultJson>(ApiExamples.Changed, StatusCodes.Status202Accepted).ProducesInvalidBody()
            .ProducesErrors((422, "invalid_selection", "“selection” must have “ids” or “query”."));
        app.MapGet("/api/batches", ListAsync).WithSummary("Lists batches of changes, newest first")
            .ProducesJson<BatchesJson>(ApiExamples.Batches);
        app.MapGet("/api/batches/{id:guid}", GetAsync)
            .WithSummary("Returns a batch with its state, progress and the fields it left unchanged (more after left_after)")
            .ProducesJson<BatchDetailsJson>(ApiExamples.BatchState).ProducesErrors((404, "batch_not_found", "No batch has this ID."));
        app.MapPost("/api/batches/{id:guid}/cancel", CancelAsync)
            .WithSummary("Stops a queued or running batch. Changes made so far are kept")
            .ProducesJson<BatchDetailsJson>(ApiExamples.BatchState).ProducesErrors((404, "batch_not_found", "No batch has this ID."));
        app.MapPost("/api/batches/{id:guid}/undo", UndoAsync).WithSummary("Undoes a batch, except fields that were changed again since")
            .ProducesJson<ChangeResultJson>(ApiExamples.Changed)
            .ProducesJson<ChangeResultJson>(ApiExamples.Changed, StatusCodes.Status202Accepted)
            .ProducesErrors((404, "batch_not_found", "No batch has this ID."));
    }

    private static async Task<IResult> PostAsync(HttpRequest request, ApplyChange apply, TimeProvider clock, CancellationToken ct)
    {
        if (await ApiBody.ReadNamedAsync(request, ct) is not { ValueKind: JsonValueKind.Object } body)
            return ApiProblem.InvalidBody("The body must be a JSON object with “selection” and “change”.");
        if (!body.TryGetProperty("selection", out var selectionJson)
            || ChangeJsonReader.ReadSelection(selectionJson, clock.GetUtcNow(), TimeZones.FindById(TimeZoneCookie.ReadName(request))) is not
            { } selection)
            return ApiProblem.Create(StatusCodes.Status422UnprocessableEntity, "invalid_selection",
                "“selection” must have “ids”, a list of post IDs, or “query”, the part of a gallery URL after the question mark. Every "
                + "parameter must be valid.");
        if (!body.TryGetProperty("change", out var changeJson) || changeJson.ValueKind != JsonValueKind.Object)
            return ApiProblem.InvalidChange([new("change", "“change” must be an object, such as {\"add_tags\": [\"sea\"]}.")]);
        var (change, problems) = ChangeJsonReader.ReadChange(changeJson);
        if (problems.Count > 0) return ApiProblem.InvalidChange(problems);
        return ToResult(await apply.RunAsync(selection, change, ct));
    }

    private static async Task<IResult> ListAsync(Guid? before, int? limit, ReadBatchHistory history, CancellationToken ct)
    {
        var count = Math.Clamp(limit ?? 50, 1, MaxPageSize);
        var batches = await history.ReadPageAsync(before, count, ct);
        return ApiJson.ToResult(new BatchesJson(batches.Select(BatchJson.From), batches.Count == count ? batches[^1].Id : null));
    }

    private static async Task<IResult> GetAsync(Guid id, [FromQuery(Name = "left_after")] long? leftAfter, ReadBatchHistory history,
        CancellationToken ct)
    {
        if (await history.FindAsync(id, ct) is not { } batch) return ApiProblem.BatchNotFound();
        var skipped = await history.ReadSkippedFieldsAsync(batch, leftAfter ?? 0, ct);
        return ApiJson.ToResult(new BatchDetailsJson(BatchJson.From(batch), skipped.Fields, skipped.Next));
    }

    private static async Task<IResult> CancelAsync(Guid id, EndBatch endBatch, ReadBatchHistory history, CancellationToken ct)
    {
        await endBatch.RunAsync(id, BatchState.Cancelled, null, ct);
        return await GetAsync(id, null, history, ct);
    }

    private static async Task<IResult> UndoAsync(Guid id, UndoBatch undo, CancellationToken ct) =>
        await undo.RunAsync(id, ct) is { } result ? ToResult(result) : ApiProblem.BatchNotFound();

    // A large batch runs as a job: 202, and clients poll its state by ID.
    private static IResult ToResult(ChangeResult result) => ApiJson.ToResult(
        new ChangeResultJson(result.Batch is { } batch ? BatchJson.From(batch) : null, result.SelectedCount, result.ChangedCount,
            result.SkippedFields),
        result.IsQueued ? StatusCodes.Status202Accepted : StatusCodes.Status200OK);
}
