using Sovia.Query.Terms;

namespace Sovia.Query.Language;

/// <summary>A collection that a search can name with <c>in:</c>.</summary>
/// <param name="Path">The canonical path: the names of its parents, then its own name.</param>
/// <param name="Term">Matches its items.</param>
public sealed record NamedCollection(string Path, Term Term);
