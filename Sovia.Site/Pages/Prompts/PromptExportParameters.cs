using Sovia.Prompts;

namespace Sovia.Pages.Prompts;

/// <summary>URL parameters of prompt exports.</summary>
public static class PromptExportParameters
{
    /// <summary>Formats the parameters that export a list.</summary>
    public static string Format(PromptQuery query, string format) =>
        query.ToQueryString() is { Length: > 0 } asked ? $"format={format}&{asked}" : $"format={format}";
}
