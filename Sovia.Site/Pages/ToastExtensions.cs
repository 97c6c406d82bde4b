using System.Globalization;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Sovia.Curation;

namespace Sovia.Pages;

/// <summary>Sets a toast for the next page, optionally with an undo button.</summary>
public static class ToastExtensions
{
    /// <summary>The TempData keys of the message, of the batch to undo, of the new post to move to the trash, and of a link.</summary>
    public const string ToastKey = "Toast", UndoKey = "Undo", TrashKey = "Trash", LinkUrlKey = "LinkUrl", LinkTextKey = "LinkText";

    /// <summary>Shows a message on the next page.</summary>
    public static void SetToast(this ITempDataDictionary flash, string message) => flash[ToastKey] = message;

    /// <summary>Shows a message with a link on the next page.</summary>
    public static void SetToast(this ITempDataDictionary flash, string message, string linkUrl, string linkText) =>
        (flash[ToastKey], flash[LinkUrlKey], flash[LinkTextKey]) = (message, linkUrl, linkText);

    /// <summary>Reports that a post was added, and offers to undo this by moving the post to the trash.</summary>
    public static void SetToast(this ITempDataDictionary flash, string message, Guid trash) =>
        (flash[ToastKey], flash[TrashKey]) = (message, trash.ToString());

    /// <summary>Shows the result of a change, and offers to undo it.</summary>
    /// <param name="flash">The TempData.</param>
    /// <param name="result">The result of the change.</param>
    /// <param name="selectedCount">The number of selected posts; null if not counted.</param>
    public static void SetToast(this ITempDataDictionary flash, ChangeResult result, int? selectedCount = null)
    {
        var lockedText = SkippedFieldText.DescribeLocked(result.SkippedFields);
        var toast = result.Batch is { } batch ? $"{batch.Text}." : lockedText is not null ? "Nothing was changed." : result.SelectedCount switch
        {
            0 => "Nothing was changed.",
            1 => "Nothing was changed: the item already had this value.",
            var count => string.Create(CultureInfo.InvariantCulture, $"Nothing was changed: all {count:N0} items already had this value."),
        };
        if (lockedText is not null) toast += $" {lockedText}";
        if (selectedCount - result.SelectedCount is > 0 and var missingCount)
            toast += string.Create(CultureInfo.InvariantCulture,
                $" {missingCount:N0} selected {(missingCount == 1 ? "item isn't" : "items aren't")} in this library.");
        flash[ToastKey] = toast;
        if (result.Batch is { IsOpen: false } undoableBatch && (undoableBatch.Count > 0 || undoableBatch.IsDecision))
            flash[UndoKey] = undoableBatch.Id.ToString();
    }
}
