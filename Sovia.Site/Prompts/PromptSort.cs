using System.Collections.Immutable;
using System.Globalization;

namespace Sovia.Prompts;

/// <summary>An order of prompts. Equal ones are in the order of their last use, the latest first.</summary>
/// <param name="Name">Its name in addresses.</param>
/// <param name="Title">Its name in the menu.</param>
/// <param name="Column">What it compares first; null for the last use alone.</param>
/// <param name="GetCursorValue">The value of that column, as a cursor writes it.</param>
public sealed record PromptSort(string Name, string Title, string? Column, Func<PromptEntry, string> GetCursorValue)
{
    /// <summary>The most used first.</summary>
    public static readonly PromptSort Usage = new("usage", "Most used", "by_uses", entry => Number(-entry.Uses));

    /// <summary>The last used first.</summary>
    public static readonly PromptSort Recent = new("recent", "Recently used", null, _ => "");

    /// <summary>In the order of the alphabet.</summary>
    public static readonly PromptSort Alphabet = new("alpha", "A to Z", "by_text", entry => entry.ByText);

    /// <summary>With the most liked results first.</summary>
    public static readonly PromptSort Likes = new("likes", "Most liked", "by_likes", entry => Number(-entry.Likes));

    /// <summary>With the best rated result first.</summary>
    public static readonly PromptSort Rating = new("rating", "Best rated", "by_rating",
        entry => Number(Sovia.Index.SortKeyEncoding.Unrated - entry.BestRating));

    /// <summary>All of them, in the order of the menu.</summary>
    public static ImmutableArray<PromptSort> All { get; } = [Usage, Recent, Alphabet, Likes, Rating];

    /// <summary>The one of a name; null where there is none.</summary>
    public static PromptSort? Find(string? name) => All.FirstOrDefault(sort => sort.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether a cursor can have this value.</summary>
    internal bool IsCursorValue(string value) => Column switch
    {
        null => value.Length == 0,
        "by_text" => true,
        _ => int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
    };

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
