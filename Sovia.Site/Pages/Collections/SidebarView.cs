namespace Sovia.Pages.Collections;

/// <summary>The collections beside a list.</summary>
/// <param name="Lines">The collections, each before those in it.</param>
/// <param name="IsStale">Whether something has changed since their numbers were read.</param>
public sealed record SidebarView(IReadOnlyList<CollectionListItem> Lines, bool IsStale);
