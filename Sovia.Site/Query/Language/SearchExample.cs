namespace Sovia.Query.Language;

/// <summary>A search that shows something of the language.</summary>
/// <param name="Query">To be typed as it stands.</param>
/// <param name="Meaning">What it finds, a sentence.</param>
public sealed record SearchExample(string Query, string Meaning);
