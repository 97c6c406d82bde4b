using System.Text.Json;
using Sovia.Metadata.Texts;

namespace Sovia.Metadata.Generators;

/// <summary>Parses Civitai's list of the resources an image was made with.</summary>
internal static class CivitaiResources
{
    /// <summary>Returns the checkpoint's name and version; null if none is listed.</summary>
    public static string? FindCheckpoint(JsonElement resources)
    {
        var model = resources.EnumerateItems()
            .FirstOrDefault(item => string.Equals(item.FindProperty("type").GetText(), "checkpoint", StringComparison.OrdinalIgnoreCase));
        return SafeText.CleanOrNull($"{model.FindProperty("modelName").GetText()} {model.FindProperty("modelVersionName").GetText()}");
    }
}
