using Sovia.Query.Terms;

namespace Sovia.Query.Language;

/// <summary>A list that a search can name with <c>in:</c>.</summary>
/// <param name="Path">Its name as it is best written, behind the names of the lists that it lies in.</param>
/// <param name="Term">What is in it.</param>
public sealed record NamedCollection(string Path, Term Term);
