namespace Sovia.Query;

/// <summary>An invalid part of a URL. The rest of the URL still applies.</summary>
/// <param name="Parameter">The parameter's name.</param>
/// <param name="Value">The invalid value.</param>
/// <param name="Text">One or two sentences for the user.</param>
public sealed record ParameterMessage(string Parameter, string Value, string Text);
