using Sovia.Preferences;

namespace Sovia.Pages.Settings;

/// <summary>One preference on the page of settings.</summary>
/// <param name="Preference">The preference.</param>
/// <param name="Value">What its control shows.</param>
/// <param name="InitialValue">What applies now: sent along, so that only what was changed here is changed.</param>
/// <param name="IsChosen">Whether it was chosen, and can be reset.</param>
/// <param name="Problem">What is wrong with what was typed; null for nothing.</param>
public sealed record SettingRow(Preference Preference, string Value, string InitialValue, bool IsChosen, string? Problem)
{
    /// <summary>What stands before the name of a field that says what applied when the form was made.</summary>
    public const string InitialValuePrefix = "was.";

    /// <summary>The ids that describe its control.</summary>
    public string DescribedBy => $"{Preference.Name}-effect{(Problem is null ? "" : $" {Preference.Name}-problem")}";
}
