using System.Globalization;
using Sovia.Curation;

namespace Sovia.Pages.History;

/// <summary>The view model of a batch in the history.</summary>
/// <param name="Batch">The batch.</param>
/// <param name="ReturnUrl">The URL that its forms return to.</param>
public sealed record HistoryEntry(Batch Batch, string ReturnUrl)
{
    /// <summary>The state, for scripts.</summary>
    public string StateName => Batch.State.ToString().ToLowerInvariant();

    /// <summary>The URL of the batch.</summary>
    public string Url => $"/history/{Batch.Id}";

    /// <summary>Whether there is anything to undo.</summary>
    public bool CanUndo => (Batch.Count > 0 || Batch.IsDecision) && Batch.UndoneBy is null;

    /// <summary>Progress in percent; null before the batch has begun.</summary>
    public int? Percent => Batch.State == BatchState.Queued || Batch.Total == 0 ? null : (int)(100L * Batch.Done / Batch.Total);

    /// <summary>Display text of the state; null if it is simply done.</summary>
    public string? StatusText => Batch.State switch
    {
        BatchState.Queued => "Queued",
        BatchState.Running => $"{FormatNumber(Batch.Done)} of {FormatNumber(Batch.Total)} items",
        BatchState.Failed => "Failed. Changes made so far are kept",
        BatchState.Cancelled => $"Cancelled after {FormatNumber(Batch.Done)} of {FormatNumber(Batch.Total)} items",
        _ => null,
    };

    /// <summary>Display text for the number of skipped fields; null for none.</summary>
    public string? SkippedFieldsText =>
        Batch.Left == 0 ? null : $"{FormatNumber(Batch.Left)} {(Batch.Left == 1 ? "value" : "values")} {(Batch.Undoes is null ? "left unchanged" : "not undone")}";

    private static string FormatNumber(int value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
