using Microsoft.AspNetCore.Mvc;
using Sovia.Api.Docs;
using Sovia.Import;
using Sovia.Import.Previews;

namespace Sovia.Api;

/// <summary>
/// Maps imports by programs, in the format of 8xSovia's API. The body is any JSON that the import page accepts: <c>{"posts": […]}</c>, an
/// array or an export.
/// </summary>
public static class ImportEndpoints
{
    // The file name in issues, because a request body has none.
    private const string FileName = "request.json";

    // Longer than nearly all imports take, and shorter than the usual time-out of proxies.
    private static readonly TimeSpan WaitTimeout = TimeSpan.FromMinutes(4);

    /// <summary>Maps <c>/api/import</c>.</summary>
    public static void MapImports(this IEndpointRouteBuilder app)
    {
        app.MapPost("/api/import/validate", ValidateAsync).WithMetadata(new RequestSizeLimitAttribute(StartImport.MaxUploadBytes))
            .WithSummary("Previews an import without changing anything")
            .AcceptsJson<ImportRequest>(ApiExamples.Export).ProducesJson<ImportCheckJson>(ApiExamples.ImportCheck)
            .ProducesErrors((422, "import_unreadable", "The file is not JSON."));
        app.MapPost("/api/import", RunAsync).WithMetadata(new RequestSizeLimitAttribute(StartImport.MaxUploadBytes))
            .WithSummary("Imports posts and returns when they are imported")
            .AcceptsJson<ImportRequest>(ApiExamples.Export).ProducesJson<ImportJson>(ApiExamples.Import)
            .ProducesErrors((422, "import_unreadable", "The file is not JSON."));
        app.MapGet("/api/import/{id:guid}", GetAsync).WithSummary("Returns the progress of an import")
            .ProducesJson<ImportJson>(ApiExamples.Import).ProducesErrors((404, "import_not_found", "No import has this ID."));
    }

    private static async Task<IResult> ValidateAsync(HttpRequest request, CheckImport check, CancellationToken ct)
    {
        var preview = await check.RunAsync(FileName, request.Body, ct);
        if (IsEmptyList(preview.Run)) preview = preview with { Run = ToFinished(preview.Run) };
        var counts = preview.Run.Counts;
        return preview.Run.State == ImportState.Failed ? Unreadable(preview.Run) : ApiJson.ToResult(new ImportCheckJson(
            counts.Roots - counts.NewRoots, counts.NewRoots, counts.Posts - counts.New - (counts.Roots - counts.NewRoots),
            counts.New - counts.NewRoots,
            preview.Media.Saved + preview.Media.Included, preview.MissingUrls, counts.Posts > 0, counts.Rejected,
                ImportJson.GetIssues(preview.Run)));
    }

    private static async Task<IResult> RunAsync(HttpRequest request, StartImport start, WaitForImport waitForImport, HttpResponse response,
        CancellationToken ct)
    {
        var id = await start.QueueAsync([(FileName, request.Body)], stopsAtPreview: false, ct);
        response.Headers.Location = $"{request.PathBase}/api/import/{id}";
        // The import completes even if the client disconnects.
        var run = (await waitForImport.RunAsync(id, WaitTimeout, ct))!;
        if (IsEmptyList(run)) run = ToFinished(run);
        return run.State is ImportState.Failed ? Unreadable(run)
            : ApiJson.ToResult(ImportJson.From(run), run.HasEnded ? StatusCodes.Status200OK : StatusCodes.Status202Accepted);
    }

    private static async Task<IResult> GetAsync(Guid id, ImportRunReader runs, CancellationToken ct) =>
        await runs.FindAsync(id, ct) is { } run
        ? ApiJson.ToResult(ImportJson.From(IsEmptyList(run) ? ToFinished(run) : run))
        : ApiProblem.Create(StatusCodes.Status404NotFound, "import_not_found", "No import has this ID.");

    // A file without posts is probably a mistake and rejected, but a program without new posts may send an empty list.
    private static bool IsEmptyList(ImportRun run) =>
        run is { State: ImportState.Failed, BytesTotal: > 0, IssueCounts.Count: 1 } && run.IssueCounts.ContainsKey(IssueCode.Empty);

    private static ImportRun ToFinished(ImportRun run) =>
        run with { State = ImportState.Finished, Counts = new(), Issues = [], Failure = null };

    private static IResult Unreadable(ImportRun run) => ApiProblem.Create(
        StatusCodes.Status422UnprocessableEntity, "import_unreadable", run.Failure ?? "The file contains no posts.",
        new Dictionary<string, string[]> { ["posts"] = [.. run.Issues.Take(20).Select(issue => $"{issue.Path}: {issue.Reason}")] });
}
