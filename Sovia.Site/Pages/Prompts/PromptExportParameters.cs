using Sovia.Prompts;

namespace Sovia.Pages.Prompts;

/// <summary>Addresses of exports.</summary>
public static class PromptExportParameters
{
    /// <summary>The parameters that export a list.</summary>
    public static string Format(PromptQuery query, string format) =>
        query.ToQueryString() is { Length: > 0 } asked ? $"format={format}&{asked}" : $"format={format}";
}
