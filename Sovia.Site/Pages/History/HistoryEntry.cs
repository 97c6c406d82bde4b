using System.Globalization;
using Sovia.Curation;

namespace Sovia.Pages.History;

/// <summary>A batch as the history shows it.</summary>
/// <param name="Batch">The batch.</param>
/// <param name="ReturnUrl">Where its forms return to.</param>
public sealed record HistoryEntry(Batch Batch, string ReturnUrl)
{
    /// <summary>Where it stands, as scripts read it.</summary>
    public string StateName => Batch.State.ToString().ToLowerInvariant();

    /// <summary>Its page.</summary>
    public string Url => $"/history/{Batch.Id}";

    /// <summary>Whether there is anything to undo.</summary>
    public bool CanUndo => (Batch.Count > 0 || Batch.IsDecision) && Batch.UndoneBy is null;

    /// <summary>How far it is, in percent; null before it has begun.</summary>
    public int? Percent => Batch.State == BatchState.Queued || Batch.Total == 0 ? null : (int)(100L * Batch.Done / Batch.Total);

    /// <summary>Where it stands, in words; null where it is simply done.</summary>
    public string? StatusText => Batch.State switch
    {
        BatchState.Queued => "Queued",
        BatchState.Running => $"{Number(Batch.Done)} of {Number(Batch.Total)} items",
        BatchState.Failed => "Failed. Changes made so far are kept",
        BatchState.Cancelled => $"Stopped after {Number(Batch.Done)} of {Number(Batch.Total)} items",
        _ => null,
    };

    /// <summary>How many fields were left as they were, in words; null for none.</summary>
    public string? SkippedFieldsText =>
        Batch.Left == 0 ? null : $"{Number(Batch.Left)} {(Batch.Left == 1 ? "field" : "fields")} changed since, not undone";

    private static string Number(int value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
