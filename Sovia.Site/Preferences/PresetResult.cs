namespace Sovia.Preferences;

/// <summary>What came of a change of a preset.</summary>
/// <param name="Preset">The preset as it was kept; null where it was not.</param>
/// <param name="Field">Which part was wrong, <c>name</c> or <c>query</c>; null where nothing was, or where there is no such preset.</param>
/// <param name="Problem">What is wrong, a sentence.</param>
public sealed record PresetResult(Preset? Preset, string? Field = null, string? Problem = null)
{
    /// <summary>There is no such preset.</summary>
    public static readonly PresetResult NotFound = new(Preset: null);
}
