namespace Sovia.Preferences;

/// <summary>The result of a change of a preset.</summary>
/// <param name="Preset">The saved preset; null if it was not saved.</param>
/// <param name="Field">The invalid field, <c>name</c> or <c>query</c>; null if there is none or the preset does not exist.</param>
/// <param name="Problem">A sentence that explains the problem; null for none.</param>
public sealed record PresetResult(Preset? Preset, string? Field = null, string? Problem = null)
{
    /// <summary>The result if the preset does not exist.</summary>
    public static readonly PresetResult NotFound = new(Preset: null);
}
