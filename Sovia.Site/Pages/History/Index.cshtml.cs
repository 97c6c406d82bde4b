using Microsoft.AspNetCore.Mvc.RazorPages;
using Sovia.Curation;

namespace Sovia.Pages.History;

/// <summary>Everything that was changed, newest first, each with its undo.</summary>
public sealed class IndexModel(ReadBatches read) : PageModel
{
    private const int Size = 50, LongestWords = 200;

    /// <summary>The batches of this page.</summary>
    public IReadOnlyList<HistoryLine> Lines { get; private set; } = [];

    /// <summary>Which are shown.</summary>
    public BatchFilter Filter { get; private set; } = BatchFilter.None;

    /// <summary>The page of older ones; null where there are none.</summary>
    public string? Older { get; private set; }

    /// <summary>Whether this is not the first page.</summary>
    public bool IsFurther { get; private set; }

    /// <summary>A page of the history; what cannot be read in the address counts as not given.</summary>
    public async Task OnGetAsync(CancellationToken ct)
    {
        var (kind, words) = (Request.Query["show"].LastOrDefault(), Request.Query["find"].LastOrDefault()?.Trim());
        Filter = new(BatchFilter.Kinds.Any(known => known.Name == kind) ? kind : null, words is { Length: > 0 and <= LongestWords } ? Library.KeptText.Line(words, LongestWords) : null);
        Guid? before = Guid.TryParse(Request.Query["before"].LastOrDefault(), out var id) ? id : null;
        IsFurther = before is not null;
        var batches = await read.PageAsync(before, Size + 1, ct, Filter);
        var back = Address(before);
        Lines = [.. batches.Take(Size).Select(batch => new HistoryLine(batch, back))];
        Older = batches.Count > Size ? Address(batches[Size - 1].Id) : null;
    }

    /// <summary>The page of the same filter that begins behind a batch.</summary>
    public string Address(Guid? before)
    {
        var parts = new[] { Filter.Kind is { } kind ? $"show={kind}" : null, Filter.Words is { } words ? $"find={Uri.EscapeDataString(words)}" : null, before is { } id ? $"before={id}" : null }.OfType<string>().ToList();
        return parts.Count == 0 ? "/history" : $"/history?{string.Join('&', parts)}";
    }
}
