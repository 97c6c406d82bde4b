using Sovia.Collections;

namespace Sovia.Pages.Collections;

/// <summary>One collection in the list of all.</summary>
/// <param name="Collection">The collection.</param>
/// <param name="Depth">How many collections it lies in.</param>
/// <param name="Count">How many families it holds; null where counting takes too long.</param>
/// <param name="Cover">A card of what it holds, for its picture; null where it holds nothing, or where there are too many to look.</param>
public sealed record CollectionListItem(Collection Collection, int Depth, int? Count, Card? Cover);
