using Sovia.Preferences;

namespace Sovia.Pages.Settings;

/// <summary>One preference on the settings page.</summary>
/// <param name="Preference">The preference.</param>
/// <param name="Value">The value in its control.</param>
/// <param name="InitialValue">The value in effect, submitted too so that only values changed in the form are saved.</param>
/// <param name="IsChosen">Whether the preference is set and can be reset.</param>
/// <param name="Problem">The validation error of the submitted value; null for none.</param>
public sealed record SettingRow(Preference Preference, string Value, string InitialValue, bool IsChosen, string? Problem)
{
    /// <summary>The name prefix of fields with the value in effect when the form was rendered.</summary>
    public const string InitialValuePrefix = "was.";

    /// <summary>The <c>aria-describedby</c> ids of its control.</summary>
    public string DescribedBy => $"{Preference.Name}-effect{(Problem is null ? "" : $" {Preference.Name}-problem")}";
}
