using Sovia.Prompts;

namespace Sovia.Pages.Prompts;

/// <summary>Addresses of exports.</summary>
public static class PromptExport
{
    /// <summary>The parameters that export a list.</summary>
    public static string ParametersOf(PromptQuery query, string format) => query.ToQueryString() is { Length: > 0 } asked ? $"format={format}&{asked}" : $"format={format}";
}
