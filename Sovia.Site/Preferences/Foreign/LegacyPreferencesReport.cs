namespace Sovia.Preferences.Foreign;

/// <summary>What came of the preferences of 8xSovia.</summary>
/// <param name="Settings">The titles of the preferences that were chosen.</param>
/// <param name="Presets">The names of the presets that were made or changed.</param>
/// <param name="Deleted">The names of the presets that were deleted there.</param>
/// <param name="UnknownNames">Names that mean nothing here, which are kept.</param>
/// <param name="Errors">What could not be taken, a sentence each.</param>
public sealed record LegacyPreferencesReport(
    IReadOnlyList<string> Settings, IReadOnlyList<string> Presets, IReadOnlyList<string> Deleted, IReadOnlyList<string> UnknownNames,
    IReadOnlyList<string> Errors);
