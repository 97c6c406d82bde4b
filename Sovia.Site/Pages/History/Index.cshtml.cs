using Microsoft.AspNetCore.Mvc.RazorPages;
using Sovia.Curation;

namespace Sovia.Pages.History;

/// <summary>Lists all changes, newest first, each with its undo.</summary>
public sealed class IndexModel(ReadBatchHistory read) : PageModel
{
    private const int Size = 50, LongestWords = 200;

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
        var (kind, words) = (Request.Query["show"].LastOrDefault(), Request.Query["find"].LastOrDefault()?.Trim());
        Filter = new(BatchFilter.Kinds.Any(known => known.Name == kind) ? kind : null, words is { Length: > 0 and <= LongestWords }
            ? Sovia.Library.StorableText.SanitizeLine(words, LongestWords) : null);
        Guid? before = Guid.TryParse(Request.Query["before"].LastOrDefault(), out var id) ? id : null;
        HasNewer = before is not null;
        var batches = await read.ReadPageAsync(before, Size + 1, ct, Filter);
        var back = GetPageUrl(before);
        Entries = [.. batches.Take(Size).Select(batch => new HistoryEntry(batch, back))];
        OlderUrl = batches.Count > Size ? GetPageUrl(batches[Size - 1].Id) : null;
    }

    /// <summary>Returns the URL of the page with the same filter that starts after a batch.</summary>
    public string GetPageUrl(Guid? before)
    {
        var parts = new[] { Filter.Kind is { } kind ? $"show={kind}" : null, Filter.SearchText is { } words
            ? $"find={Uri.EscapeDataString(words)}" : null, before is { } id ? $"before={id}" : null }.OfType<string>().ToList();
        return parts.Count == 0 ? "/history" : $"/history?{string.Join('&', parts)}";
    }
}
