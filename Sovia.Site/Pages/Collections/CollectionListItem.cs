using Sovia.Collections;

namespace Sovia.Pages.Collections;

/// <summary>An entry in the list of collections.</summary>
/// <param name="Collection">The collection.</param>
/// <param name="Depth">The number of its ancestors.</param>
/// <param name="Count">The number of families in it; null if counting takes too long.</param>
/// <param name="Cover">A card of its content, for the image; null if the collection is empty or takes too long to read.</param>
public sealed record CollectionListItem(Collection Collection, int Depth, int? Count, Card? Cover);
