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
            ("x", "Select or deselect"),
            ("Shift x", "Select all up to it"),
            ("Esc", "Clear selection"),
        ]),
        ("On a post",
        [
            ("← →", "Previous / next item"),
            ("↑ ↓", "Through the stack, then to the previous / next item"),
            ("l", "Like it, or take the like back"),
            ("0 – 5", "Rate it; 0 removes the rating"),
            ("t", "Add tags"),
            ("n", "Write a note"),
            ("f", "Full screen"),
            ("+ -", "Zoom in / out; drag, wheel or pinch"),
            ("w", "Fit, actual size, fill"),
            ("z", "Keep zoom and centre for the next image"),
            ("Esc", "Back to the library"),
        ]),
        ("In a comparison",
        [
            ("← →", "The challenger before and the next one"),
            ("p", "Make the challenger the champion"),
            ("1 2 3 4", "Side by side, slider, flicker, difference"),
            ("+ - 0", "Zoom in, zoom out, fit"),
            ("z", "Every pixel, or fit"),
            ("Space", "Play or pause all clips"),
            (", .", "One frame back or ahead"),
        ]),
        ("On a video",
        [
            ("Space", "Play or pause"),
            (", .", "One frame back / on"),
            ("a", "Loop a part: set A, set B, off"),
            ("r", "Loop"),
            ("< >", "Slower / faster"),
            ("m", "Mute"),
        ]),
        ("Anywhere",
        [
            ("Ctrl Z", "Undo the last change"),
            ("/", "Search"),
            ("Ctrl K", "Go to a page, change the view, search"),
            ("?", "This sheet"),
            ("g l", "Library"),
            ("g m", "Media"),
            ("g i", "Import"),
            ("g h", "History"),
            ("g f", "Filters"),
            ("g s", "How to search"),
        ]),
    ];
}
