using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sovia.Import;
using Sovia.Web;

namespace Sovia.Pages.Import;

/// <summary>Uploads exports for import, and lists earlier imports.</summary>
/// <remarks>Checks the antiforgery token itself, because the framework would reject an oversized form without a message.</remarks>
[IgnoreAntiforgeryToken]
[RequestSizeLimit(ImportUpload.MaxBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = ImportUpload.MaxBytes, ValueLengthLimit = MaxText, ValueCountLimit = ImportUpload.MaxFiles)]
public sealed class IndexModel(StartImport start, ImportRunReader runs, IAntiforgery antiforgery) : PageModel
{
    // Limited, because pasted text is held in memory.
    private const int MaxText = 64 * 1024 * 1024;

    private const int MaxRuns = 20;

    /// <summary>The latest runs, newest first.</summary>
    public IReadOnlyList<ImportRunItem> Runs { get; private set; } = [];

    /// <summary>The submitted form with its validation errors; empty if no form was submitted.</summary>
    public ImportUpload Upload { get; private set; } = new([]);

    /// <summary>Shows the form and the latest runs.</summary>
    public Task OnGetAsync(CancellationToken ct) => ReadAsync(ct);

    /// <summary>
    /// Queues an import and redirects to it, or shows the form again if it is empty or invalid. Takes no parameters, because model binding
    /// would read the form before its length is checked.
    /// </summary>
    public async Task<IActionResult> OnPostAsync()
    {
        var ct = HttpContext.RequestAborted;
        if (!Request.HasFormContentType) return BadRequest();
        if (Request.ContentLength > ImportUpload.MaxBytes) return await ShowErrorAsync(ImportUpload.TooLarge, ct);
        IFormCollection form;
        try
        {
            form = await Request.ReadFormAsync(ct);
            await antiforgery.ValidateRequestAsync(HttpContext);
        }
        catch (Exception e) when (IsLimitExceeded(e))
        {
            return await ShowErrorAsync(ImportUpload.TooLarge, ct);
        }
        catch (Exception e) when (e is AntiforgeryValidationException or InvalidDataException)
        {
            return BadRequest();
        }
        var upload = await ImportUpload.ReadAsync(form, ct);
        if (upload.HasError) return await ShowErrorAsync(upload, ct);
        var isImmediate = form["now"] == "true" || Request.Query["now"] == "true";
        return Response.SeeOther($"/import/{await start.QueueAsync(upload.Files, stopsAtPreview: !isImmediate, ct)}");
    }

    // The framework throws the same exception types for oversized and malformed forms, which only the message distinguishes.
    private static bool IsLimitExceeded(Exception e) =>
        e is BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge }
        || (e is InvalidDataException && e.Message.Contains("limit", StringComparison.Ordinal));

    private async Task<IActionResult> ShowErrorAsync(ImportUpload upload, CancellationToken ct)
    {
        Upload = upload;
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        await ReadAsync(ct);
        return Page();
    }

    private async Task ReadAsync(CancellationToken ct) =>
        Runs = [.. (await runs.ListRecentAsync(MaxRuns, ct)).Select(ImportRunItem.FromRun)];
}
