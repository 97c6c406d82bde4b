using Sovia.Prompts;

namespace Sovia.Pages.Prompts;

/// <summary>URL parameters of prompt exports.</summary>
public static class PromptExportParameters
{
    /// <summary>Formats the parameters that export a list.</summary>
    public static string Format(PromptQuery query, string format) =>
        query.ToQueryString() is { Length: > 0 } queryString ? $"format={format}&{queryString}" : $"format={format}";
}
