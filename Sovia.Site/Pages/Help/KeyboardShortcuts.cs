using System.Collections.Immutable;

namespace Sovia.Pages.Help;

/// <summary>The list of keyboard shortcuts. A space separates keys that are pressed together or in sequence.</summary>
public static class KeyboardShortcuts
{
    /// <summary>The groups, most used first.</summary>
    public static ImmutableArray<(string Title, ImmutableArray<(string Keys, string Meaning)> Keys)> Groups { get; } =
    [
        ("Library",
        [
            ("← → ↑ ↓", "Move between items"),
            ("Enter", "Open item"),
            ("L", "Like or unlike"),
            ("0 – 5", "Rate; 0 removes the rating"),
            ("T", "Tag, rate and more"),
            ("X", "Select or deselect"),
            ("Shift X", "Select a range"),
            ("Esc", "Clear selection"),
        ]),
        ("Item page",
        [
            ("← →", "Previous / next item"),
            ("↑ ↓", "Previous / next in the stack"),
            ("L", "Like or unlike"),
            ("0 – 5", "Rate; 0 removes the rating"),
            ("T", "Add tags"),
            ("N", "Write a note"),
            ("F", "Full screen"),
            ("+ -", "Zoom in / out; drag, wheel or pinch"),
            ("W", "Fit, actual size, fill"),
            ("Z", "Keep zoom and centre for the next image"),
            ("Esc", "Back to the library"),
        ]),
        ("Cull",
        [
            ("P", "Pick"),
            ("X", "Reject"),
            ("Shift P", "Pick this, reject the rest of the stack"),
            ("U", "Unmark"),
            ("Z", "Undo the last mark"),
            ("0 1 2 3 4 5", "Rate"),
            ("T", "Add a tag"),
            ("← →", "Previous item / skip"),
            ("↑ ↓", "Previous / next in the stack"),
            ("B", "Compare in pairs"),
            ("Enter", "Finish"),
        ]),
        ("Compare",
        [
            ("← →", "Previous / next challenger"),
            ("P", "Make the challenger the champion"),
            ("1 2 3 4", "Side by side, slider, flicker, difference"),
            ("+ - 0", "Zoom in, zoom out, fit"),
            ("Z", "Actual size or fit"),
            ("Space", "Play or pause all videos"),
            (", .", "One frame back / forward"),
        ]),
        ("Video",
        [
            ("Space", "Play or pause"),
            (", .", "One frame back / forward"),
            ("S", "Save this frame"),
            ("A", "Loop a section: set A, set B, off"),
            ("R", "Loop"),
            ("< >", "Slower / faster"),
            ("M", "Mute"),
        ]),
        ("Anywhere",
        [
            ("Ctrl Z", "Undo the last change"),
            ("/", "Search"),
            ("Ctrl K", "Open the command palette"),
            ("?", "Show shortcuts"),
            ("G L", "Library"),
            ("G M", "Files"),
            ("G I", "Import"),
            ("G H", "History"),
            ("G F", "Filters"),
            ("G S", "Search help"),
        ]),
    ];
}
