using System.Globalization;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Sovia.Curation;

namespace Sovia.Pages;

/// <summary>A message for the next page, with the way to undo what it tells of.</summary>
public static class ToastExtensions
{
    /// <summary>What the message is kept under, and the batch that it offers to undo.</summary>
    public const string ToastKey = "Toast", UndoKey = "Undo";

    /// <summary>Says something on the next page.</summary>
    public static void SetToast(this ITempDataDictionary flash, string words) => flash[ToastKey] = words;

    /// <summary>Says what a change came to, and offers to undo it.</summary>
    /// <param name="flash">The messages.</param>
    /// <param name="result">What came of it.</param>
    /// <param name="asked">How many posts were meant; null where nobody counted.</param>
    public static void SetToast(this ITempDataDictionary flash, ChangeResult result, int? asked = null)
    {
        var words = result.Batch is { } batch ? $"{batch.Text}." : result.SelectedCount switch
        {
            0 => "Nothing was changed.",
            1 => "Nothing was changed: the item already had this value.",
            var all => string.Create(CultureInfo.InvariantCulture, $"Nothing was changed: all {all:N0} items already had this value."),
        };
        if (asked - result.SelectedCount is > 0 and var gone)
            words += string.Create(CultureInfo.InvariantCulture,
                $" {gone:N0} selected {(gone == 1 ? "item isn't" : "items aren't")} in this library.");
        flash[ToastKey] = words;
        if (result.Batch is { IsOpen: false } undoable && (undoable.Count > 0 || undoable.IsDecision))
            flash[UndoKey] = undoable.Id.ToString();
    }
}
