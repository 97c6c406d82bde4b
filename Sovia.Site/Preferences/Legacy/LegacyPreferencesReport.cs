namespace Sovia.Preferences.Legacy;

/// <summary>The result of importing 8xSovia's preferences.</summary>
/// <param name="Settings">The titles of preferences that were set.</param>
/// <param name="Presets">The names of presets that were created or changed.</param>
/// <param name="Deleted">The names of presets that were deleted.</param>
/// <param name="UnknownNames">Unsupported names, which are stored all the same.</param>
/// <param name="Errors">Errors about values that were not imported, one sentence each.</param>
public sealed record LegacyPreferencesReport(
    IReadOnlyList<string> Settings, IReadOnlyList<string> Presets, IReadOnlyList<string> Deleted, IReadOnlyList<string> UnknownNames,
    IReadOnlyList<string> Errors);
