namespace Sovia.Pages;

/// <summary>Model names as people read them.</summary>
public static class ModelName
{
    /// <summary><c>imagine_xdit_1</c> becomes <c>Imagine xdit 1</c>: its own words, spaced.</summary>
    public static string? ToDisplayName(string? model)
    {
        if (string.IsNullOrWhiteSpace(model) || model.Trim('_').Length == 0) return null;
        return Sovia.Query.FriendlyName.Of(model);
    }
}
