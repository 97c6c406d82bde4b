using Sovia.Query.Lists;

namespace Sovia.Library.Browsing;

/// <summary>An item of a list with its position.</summary>
/// <param name="Family">The card; for a single post, a family of that post.</param>
/// <param name="Cursor">The position.</param>
public sealed record ListItem(Family Family, Cursor Cursor);
