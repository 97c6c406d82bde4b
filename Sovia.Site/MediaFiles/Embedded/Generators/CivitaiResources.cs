using System.Text.Json;
using Sovia.MediaFiles.Embedded.Texts;

namespace Sovia.MediaFiles.Embedded.Generators;

/// <summary>Civitai's list of what a picture was made with.</summary>
internal static class CivitaiResources
{
    /// <summary>The checkpoint's name and version; null where none is listed.</summary>
    public static string? Checkpoint(JsonElement resources)
    {
        var model = resources.Items().FirstOrDefault(item => string.Equals(item.At("type").Text(), "checkpoint", StringComparison.OrdinalIgnoreCase));
        return SafeText.OrNull($"{model.At("modelName").Text()} {model.At("modelVersionName").Text()}");
    }
}
