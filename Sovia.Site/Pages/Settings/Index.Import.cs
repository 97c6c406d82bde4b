using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sovia.Pages.Posts;
using Sovia.Preferences.Legacy;

namespace Sovia.Pages.Settings;

/// <content>The import of preferences from 8xSovia, as a file or as text.</content>
public sealed partial class IndexModel
{
    private const int MaxBytes = 256 * 1024;

    /// <summary>The pasted text, if it could not be imported.</summary>
    public string PastedText { get; private set; } = "";

    /// <summary>The reason why the import failed; null if there was no error.</summary>
    public string? ImportProblem { get; private set; }

    /// <summary>The report of the import; null if nothing was imported.</summary>
    public LegacyPreferencesReport? ImportResult { get; private set; }

    /// <summary>Imports preferences and presets of 8xSovia and reports the result of each part; 422 if the input is invalid.</summary>
    public async Task<IActionResult> OnPostImportAsync([FromServices] ImportLegacyPreferences importPreferences, CancellationToken ct)
    {
        if (await AnnotateForm.ReadFormAsync(Request, ct) is not { } form) return BadRequest();
        var file = form.Files.GetFile("file");
        PastedText = form["blob"].ToString();
        if (file is { Length: > MaxBytes } || PastedText.Length > MaxBytes)
            return await ShowImportProblemAsync($"Preferences have at most {MaxBytes / 1024} kB.", ct);
        var text = file is { Length: > 0 } ? await ReadTextAsync(file, ct) : PastedText;
        if (string.IsNullOrWhiteSpace(text)) return await ShowImportProblemAsync("Paste the preferences or choose a file.", ct);
        if (ParseJson(text) is not { ValueKind: JsonValueKind.Object } json || !ImportLegacyPreferences.IsValidUnicode(json))
            return await ShowImportProblemAsync("This isn't a JSON object, such as {\"layout\": {\"view_mode\": \"grid\"}}.", ct);
        // The response of the 8xSovia API wraps the preferences in a property.
        if (json.TryGetProperty("preferences", out var inner) && inner.ValueKind == JsonValueKind.Object) json = inner;
        ImportResult = await importPreferences.RunAsync(json, replacesStored: false, ct);
        PastedText = "";
        Show(await preferenceCache.GetCurrentAsync(ct), new Dictionary<string, string>(), null);
        return Page();
    }

    private async Task<PageResult> ShowImportProblemAsync(string problem, CancellationToken ct)
    {
        if (PastedText.Length > MaxBytes) PastedText = "";
        ImportProblem = problem;
        Show(await preferenceCache.GetCurrentAsync(ct), new Dictionary<string, string>(), null);
        return new() { StatusCode = StatusCodes.Status422UnprocessableEntity };
    }

    private static async Task<string> ReadTextAsync(IFormFile file, CancellationToken ct)
    {
        using var reader = new StreamReader(file.OpenReadStream(), Encoding.UTF8);
        return await reader.ReadToEndAsync(ct);
    }

    private static JsonElement? ParseJson(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text, new() { MaxDepth = 32 });
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
