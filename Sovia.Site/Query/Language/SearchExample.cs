namespace Sovia.Query.Language;

/// <summary>An example of the search language.</summary>
/// <param name="Query">A search that can be typed as it is.</param>
/// <param name="Meaning">A sentence that describes the results.</param>
public sealed record SearchExample(string Query, string Meaning);
