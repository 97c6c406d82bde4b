using System.Collections.Immutable;
using System.Globalization;

namespace Sovia.Prompts;

/// <summary>A sort order of prompts. Ties are sorted by last use, latest first.</summary>
/// <param name="Name">The name in URLs.</param>
/// <param name="Title">The title in the menu.</param>
/// <param name="Column">The column to sort by first; null to sort by last use only.</param>
/// <param name="GetCursorValue">Returns the value of that column for a cursor.</param>
public sealed record PromptSort(string Name, string Title, string? Column, Func<PromptEntry, string> GetCursorValue)
{
    /// <summary>Most used first.</summary>
    public static readonly PromptSort Usage = new("usage", "Most used", "by_uses", entry => FormatNumber(-entry.Uses));

    /// <summary>Most recently used first.</summary>
    public static readonly PromptSort Recent = new("recent", "Recently used", null, _ => "");

    /// <summary>Alphabetical order.</summary>
    public static readonly PromptSort Alphabet = new("alpha", "A to Z", "by_text", entry => entry.ByText);

    /// <summary>Most liked posts first.</summary>
    public static readonly PromptSort Likes = new("likes", "Most liked", "by_likes", entry => FormatNumber(-entry.Likes));

    /// <summary>Best rated post first.</summary>
    public static readonly PromptSort Rating = new("rating", "Best rated", "by_rating",
        entry => FormatNumber(Sovia.Index.SortKeyEncoding.Unrated - entry.BestRating));

    /// <summary>All orders, as listed in the menu.</summary>
    public static ImmutableArray<PromptSort> All { get; } = [Usage, Recent, Alphabet, Likes, Rating];

    /// <summary>Returns the order with this name; null if there is none.</summary>
    public static PromptSort? Find(string? name) => All.FirstOrDefault(sort => sort.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Returns whether a value is valid in a cursor of this order.</summary>
    internal bool IsCursorValue(string value) => Column switch
    {
        null => value.Length == 0,
        "by_text" => true,
        _ => int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
    };

    private static string FormatNumber(int value) => value.ToString(CultureInfo.InvariantCulture);
}
