using Microsoft.AspNetCore.Mvc;
using Sovia.Pages.Gallery;
using Sovia.Preferences;

namespace Sovia.Pages.Settings;

/// <content>The presets.</content>
public sealed partial class IndexModel
{
    private const string PresetsUrl = "/settings#presets";

    /// <summary>The presets, each with its gallery URL and whether it is the default one.</summary>
    public IEnumerable<(Preset Preset, string Address, bool IsDefault)> Presets =>
        Preferences.Presets.Select(preset => (preset, PresetParameter.GetUrl(preset, Preferences), preset == Preferences.DefaultPreset));

    /// <summary>The user's preferences.</summary>
    public PreferenceSet Preferences { get; private set; } = PreferenceSet.None;

    /// <summary>The preset whose new name was rejected, with the name and the reason; null for none.</summary>
    public (Guid Id, string Name, string Problem)? RenameProblem { get; private set; }

    /// <summary>Renames a preset; 422 with the page if the name is invalid.</summary>
    public async Task<IActionResult> OnPostRenameAsync(Guid id, string? name, CancellationToken ct)
    {
        var result = await presets.RenameAsync(id, name, ct);
        if (result.Problem is not { } problem) return RedirectWithToast(result, preset => $"Renamed to {preset.Name}.");
        RenameProblem = (id, name ?? "", problem);
        Show(await preferenceCache.GetCurrentAsync(ct), new Dictionary<string, string>(), null);
        return new Microsoft.AspNetCore.Mvc.RazorPages.PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
    }

    /// <summary>Moves a preset up or down by one position.</summary>
    public async Task<IActionResult> OnPostMoveAsync(Guid id, string? to, CancellationToken ct)
    {
        if (to is not ("up" or "down")) return BadRequest();
        return RedirectWithToast(await presets.MoveAsync(id, to == "up", ct), preset => $"Moved {preset.Name} {to}.");
    }

    /// <summary>Sets the default preset of the gallery, or none if no id is given.</summary>
    public async Task<IActionResult> OnPostPreferAsync(Guid? id, CancellationToken ct)
    {
        var result = await presets.SetDefaultAsync(id, ct);
        return id is null ? RedirectWithToast("The library opens with everything.", PresetsUrl)
            : RedirectWithToast(result, preset => $"The library opens with {preset.Name}.");
    }

    /// <summary>Deletes a preset, which can be restored on this page.</summary>
    public async Task<IActionResult> OnPostDeleteAsync(Guid id, CancellationToken ct) =>
        RedirectWithToast(await presets.DeleteAsync(id, ct), preset => $"Deleted the preset {preset.Name}.");

    /// <summary>Restores a deleted preset.</summary>
    public async Task<IActionResult> OnPostRestoreAsync(Guid id, CancellationToken ct)
    {
        var result = await presets.RestoreAsync(id, ct);
        return result.Problem is { } problem ? RedirectWithToast(problem, PresetsUrl) : RedirectWithToast(result, preset => $"Restored the preset {preset.Name}.");
    }

    private ActionResult RedirectWithToast(PresetResult result, Func<Preset, string> createMessage) =>
        result.Preset is { } preset ? RedirectWithToast(createMessage(preset), PresetsUrl) : NotFound();
}
