using System.Globalization;

namespace Sovia.Pages.Selecting;

/// <summary>Asks whether to change all results of a query whose number differs from the number shown to the user.</summary>
/// <param name="ShownCount">The number shown to the user.</param>
/// <param name="Count">The current number.</param>
/// <param name="Fields">The fields of the form, with the current number.</param>
public sealed record SelectionConfirmation(int ShownCount, int Count, IReadOnlyList<KeyValuePair<string, string>> Fields)
{
    /// <summary>The reason, as sentences.</summary>
    public string Reason => string.Create(CultureInfo.InvariantCulture,
        $"The search had {ShownCount:N0} {(ShownCount == 1 ? "result" : "results")} when you selected all. Now it has {Count:N0}.");

    /// <summary>Creates the question from the submitted form.</summary>
    public static SelectionConfirmation Create(int shownCount, int count, IFormCollection form) => new(shownCount, count,
        [.. form.Where(field => field.Key != "told").SelectMany(field => field.Value.OfType<string>()
            .Select(value => KeyValuePair.Create(field.Key, value))),
            KeyValuePair.Create("told", count.ToString(CultureInfo.InvariantCulture))]);
}
