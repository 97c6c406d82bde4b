namespace Sovia.Query;

/// <summary>What an address asks for and cannot have. The rest of it still counts.</summary>
/// <param name="Parameter">The parameter's name.</param>
/// <param name="Value">The value that means nothing.</param>
/// <param name="Text">A sentence or two for people.</param>
public sealed record ParameterMessage(string Parameter, string Value, string Text);
