namespace Sovia.Pages;

/// <summary>Display names of models.</summary>
public static class ModelName
{
    /// <summary>
    /// Converts <c>imagine_xdit_1</c> to <c>Imagine xdit 1</c>: separators become spaces, and the first letter a capital.
    /// </summary>
    public static string? ToDisplayName(string? model)
    {
        if (string.IsNullOrWhiteSpace(model) || model.Trim('_').Length == 0) return null;
        return Sovia.Query.FriendlyName.Format(model);
    }
}
