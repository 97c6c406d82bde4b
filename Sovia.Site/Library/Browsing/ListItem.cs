using Sovia.Query.Lists;

namespace Sovia.Library.Browsing;

/// <summary>One item of a list with its place.</summary>
/// <param name="Family">Its card; of a post alone, a family of that one post.</param>
/// <param name="Cursor">Where it stands.</param>
public sealed record ListItem(Family Family, Cursor Cursor);
