using Microsoft.AspNetCore.Mvc.RazorPages;
using Sovia.Curation;

namespace Sovia.Pages.History;

/// <summary>Lists all changes, newest first, each with its undo.</summary>
public sealed class IndexModel(ReadBatchHistory read) : PageModel
{
    private const int PageSize = 50, MaxSearchLength = 200;

    /// <summary>The batches of this page.</summary>
    public IReadOnlyList<HistoryEntry> Entries { get; private set; } = [];

    /// <summary>The filter.</summary>
    public BatchFilter Filter { get; private set; } = BatchFilter.None;

    /// <summary>The URL of the next, older page; null if there is none.</summary>
    public string? OlderUrl { get; private set; }

    /// <summary>Whether this is not the first page.</summary>
    public bool HasNewer { get; private set; }

    /// <summary>Shows a page of the history; ignores invalid parameters.</summary>
    public async Task OnGetAsync(CancellationToken ct)
    {
        var (kind, searchText) = (Request.Query["show"].LastOrDefault(), Request.Query["find"].LastOrDefault()?.Trim());
        Filter = new(BatchFilter.Kinds.Any(k => k.Name == kind) ? kind : null, searchText is { Length: > 0 and <= MaxSearchLength }
            ? Sovia.Library.StorableText.SanitizeLine(searchText, MaxSearchLength) : null);
        Guid? before = Guid.TryParse(Request.Query["before"].LastOrDefault(), out var id) ? id : null;
        HasNewer = before is not null;
        var batches = await read.ReadPageAsync(before, PageSize + 1, ct, Filter);
        var returnUrl = GetPageUrl(before);
        Entries = [.. batches.Take(PageSize).Select(batch => new HistoryEntry(batch, returnUrl))];
        OlderUrl = batches.Count > PageSize ? GetPageUrl(batches[PageSize - 1].Id) : null;
    }

    /// <summary>Returns the URL of the page with the same filter that starts after a batch.</summary>
    public string GetPageUrl(Guid? before)
    {
        var parts = new[] { Filter.Kind is { } kind ? $"show={kind}" : null, Filter.SearchText is { } searchText
            ? $"find={Uri.EscapeDataString(searchText)}" : null, before is { } id ? $"before={id}" : null }.OfType<string>().ToList();
        return parts.Count == 0 ? "/history" : $"/history?{string.Join('&', parts)}";
    }
}
