namespace Sovia.Pages.Collections;

/// <summary>The collections in the sidebar of a list.</summary>
/// <param name="Lines">The collections, each before its children.</param>
/// <param name="IsStale">Whether a later change may have made the counts outdated.</param>
public sealed record SidebarView(IReadOnlyList<CollectionListItem> Lines, bool IsStale);
