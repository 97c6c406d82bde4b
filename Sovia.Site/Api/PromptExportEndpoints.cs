using Sovia.Library;
using Sovia.Prompts;

namespace Sovia.Api;

/// <summary>Maps <c>/prompts/export</c>: prompts as text or CSV, all of a list by GET and the selected ones by POST.</summary>
public static class PromptExportEndpoints
{
    private const int MaxKeys = 10_000, PageSize = 500;

    /// <summary>Maps the export.</summary>
    public static void MapPromptExport(this IEndpointRouteBuilder app)
    {
        app.MapGet("/prompts/export", ExportListAsync).WithSummary("Exports a list of prompts as text or CSV");
        app.MapPost("/prompts/export", ExportSelectedAsync).WithSummary("Exports selected prompts as text or CSV").DisableAntiforgery();
    }

    private static async Task ExportListAsync(HttpContext http, RefreshPrompts refresh, ReadPrompts prompts, TimeProvider clock,
        CancellationToken ct)
    {
        var query = PromptQuery.Parse(name => http.Request.Query[name].LastOrDefault(value => !string.IsNullOrWhiteSpace(value)),
            clock.GetUtcNow());
        await refresh.RefreshAsync(ct);
        await WriteAsync(http, http.Request.Query["format"].ToString(), ReadAllAsync(prompts, query, ct), ct);
    }

    private static async Task ExportSelectedAsync(HttpContext http, RefreshPrompts refresh, ReadPrompts prompts, CancellationToken ct)
    {
        var form = http.Request.HasFormContentType ? await http.Request.ReadFormAsync(ct) : FormCollection.Empty;
        long[] keys = [.. form["keys"].SelectMany(value => (value ?? "").Split(',')).Select(PromptKey.Parse).OfType<long>().Distinct()
            .Take(MaxKeys)];
        if (keys.Length == 0)
        {
            await ApiProblem.Create(StatusCodes.Status422UnprocessableEntity, "nothing_selected", "Select prompts first.")
                .ExecuteAsync(http);
            return;
        }
        await refresh.RefreshAsync(ct);
        await WriteAsync(http, form["format"].ToString(), ReadSelectedAsync(prompts, keys, ct), ct);
    }

    private static async IAsyncEnumerable<PromptEntry> ReadAllAsync(ReadPrompts prompts, PromptQuery query,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        string? after = null;
        do
        {
            var page = await prompts.ReadPageAsync(query, after, ct, PageSize);
            foreach (var entry in page.Entries) yield return entry;
            after = page.After;
        }
        while (after is not null);
    }

    private static async IAsyncEnumerable<PromptEntry> ReadSelectedAsync(ReadPrompts prompts, long[] keys,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        foreach (var chunk in keys.Chunk(PageSize))
            foreach (var entry in await prompts.ReadByKeysAsync(chunk, ct)) yield return entry;
    }

    // Streamed, because a library has hundreds of thousands of prompts.
    private static async Task WriteAsync(HttpContext http, string format, IAsyncEnumerable<PromptEntry> entries, CancellationToken ct)
    {
        var isCsv = format.Equals("csv", StringComparison.OrdinalIgnoreCase);
        if (!isCsv && format.Length > 0 && !format.Equals("txt", StringComparison.OrdinalIgnoreCase))
        {
            await ApiProblem.Create(StatusCodes.Status422UnprocessableEntity, "invalid_format", "“format” must be txt or csv.")
                .ExecuteAsync(http);
            return;
        }
        http.Response.ContentType = isCsv ? "text/csv; charset=utf-8" : "text/plain; charset=utf-8";
        http.Response.Headers.ContentDisposition = $"attachment; filename=\"prompts.{(isCsv ? "csv" : "txt")}\"";
        http.Response.Headers.CacheControl = "no-store";
        // Without a byte order mark, Excel reads the file in the system's code page.
        if (isCsv) await http.Response.WriteAsync($"\uFEFF{PromptCsv.Header}", ct);
        var isFirst = true;
        await foreach (var entry in entries.WithCancellation(ct))
        {
            await http.Response.WriteAsync(isCsv ? PromptCsv.FormatLine(entry)
                : $"{(isFirst ? "" : "\n")}{entry.Text.ReplaceLineEndings("\n")}\n", ct);
            isFirst = false;
        }
    }
}
