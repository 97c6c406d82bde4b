using System.Collections.Immutable;

namespace Sovia.Pages.Help;

/// <summary>What the sheet of keys says. Keys that are pressed together or one after the other have a space between.</summary>
public static class KeySheet
{
    /// <summary>The groups, the everyday ones first.</summary>
    public static ImmutableArray<(string Title, ImmutableArray<(string Keys, string Meaning)> Keys)> Groups { get; } =
    [
        ("In the library",
        [
            ("← → ↑ ↓", "From card to card"),
            ("Enter", "Open the card"),
            ("l", "Like it, or take the like back"),
            ("0 – 5", "Rate it; 0 removes the rating"),
            ("x", "Select it, or no longer"),
            ("Esc", "Select nothing"),
        ]),
        ("On a post",
        [
            ("← →", "The newer and the older one"),
            ("l", "Like it, or take the like back"),
            ("0 – 5", "Rate it; 0 removes the rating"),
            ("t", "Add tags"),
            ("n", "Write a note"),
            ("Esc", "Back to the library"),
        ]),
        ("Anywhere",
        [
            ("/", "Search"),
            ("Ctrl K", "Go to a page, change the view, search"),
            ("?", "This sheet"),
            ("g l", "Library"),
            ("g m", "Media"),
            ("g i", "Import"),
            ("g f", "Filters"),
            ("g s", "How to search"),
        ]),
    ];
}
