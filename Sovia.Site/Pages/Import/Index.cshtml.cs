using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sovia.Import;
using Sovia.Web;

namespace Sovia.Pages.Import;

/// <summary>Hands files over, and lists what was handed over before.</summary>
/// <remarks>The token is checked here and not by the framework, which would refuse a form that is too large without a word.</remarks>
[IgnoreAntiforgeryToken]
[RequestSizeLimit(ImportUpload.MaxBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = ImportUpload.MaxBytes, ValueLengthLimit = MaxText, ValueCountLimit = ImportUpload.MaxFiles)]
public sealed class IndexModel(StartImport start, ImportRunReader runs, IAntiforgery antiforgery) : PageModel
{
    // Pasted text is held in memory.
    private const int MaxText = 64 * 1024 * 1024;

    private const int ShownRuns = 20;

    /// <summary>The latest runs, newest first.</summary>
    public IReadOnlyList<ImportRunItem> Runs { get; private set; } = [];

    /// <summary>What is wrong with what was handed over; empty for a form that nobody sent yet.</summary>
    public ImportUpload Upload { get; private set; } = new([]);

    /// <summary>The form and the latest runs.</summary>
    public Task OnGetAsync(CancellationToken ct) => ReadAsync(ct);

    /// <summary>
    /// Queues a run and goes to it; where there is nothing to take in, the form again. A parameter would have the form read before its
    /// length is known.
    /// </summary>
    public async Task<IActionResult> OnPostAsync()
    {
        var ct = HttpContext.RequestAborted;
        if (!Request.HasFormContentType) return BadRequest();
        if (Request.ContentLength > ImportUpload.MaxBytes) return await AgainAsync(ImportUpload.TooLarge, ct);
        IFormCollection form;
        try
        {
            form = await Request.ReadFormAsync(ct);
            await antiforgery.ValidateRequestAsync(HttpContext);
        }
        catch (Exception e) when (IsBeyondALimit(e))
        {
            return await AgainAsync(ImportUpload.TooLarge, ct);
        }
        catch (Exception e) when (e is AntiforgeryValidationException or InvalidDataException)
        {
            return BadRequest();
        }
        var handed = await ImportUpload.ReadAsync(form, ct);
        if (handed.HasError) return await AgainAsync(handed, ct);
        var isNow = form["now"] == "true" || Request.Query["now"] == "true";
        return Response.SeeOther($"/import/{await start.QueueAsync(handed.Files, asksFirst: !isNow, ct)}");
    }

    // The framework throws the same for a form that is too much and for one that is none; only the words differ.
    private static bool IsBeyondALimit(Exception e) =>
        e is BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge }
        || (e is InvalidDataException && e.Message.Contains("limit", StringComparison.Ordinal));

    private async Task<IActionResult> AgainAsync(ImportUpload handed, CancellationToken ct)
    {
        Upload = handed;
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        await ReadAsync(ct);
        return Page();
    }

    private async Task ReadAsync(CancellationToken ct) =>
        Runs = [.. (await runs.ListRecentAsync(ShownRuns, ct)).Select(ImportRunItem.FromRun)];
}
