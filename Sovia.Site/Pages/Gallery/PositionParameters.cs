using Sovia.Library.Browsing;
using Sovia.Library.Dates;
using Sovia.Query;
using Sovia.Query.Lists;

namespace Sovia.Pages.Gallery;

/// <summary>
/// Parses the position in a list from the URL. An invalid position gives a message, and the list starts at its top.
/// </summary>
internal static class PositionParameters
{
    private const string After = "after", Before = "before", At = "at";

    /// <summary>Returns the position, the URL parameter that names it, and messages about invalid parameters.</summary>
    /// <param name="list">The list; a cursor of another sort order or shuffle is invalid in it.</param>
    /// <param name="given">The parameters of the URL.</param>
    /// <param name="zone">The time zone of dates.</param>
    public static (PagePosition Place, string Suffix, IReadOnlyList<ParameterMessage> Messages) Parse(ResolvedQuery list,
        IQueryCollection given, TimeZoneInfo zone)
    {
        var messages = new List<ParameterMessage>();
        var (after, before) = (CursorOf(After), CursorOf(Before));
        var at = GetLastValue(given, At);
        var day = DateSpan.Parse(at, zone);
        Guid? id = Guid.TryParse(at, out var parsedId) ? parsedId : null;
        if (at is not null && day is null && id is null)
            messages.Add(new(At, at, "“at” must be an item ID, a month such as 2025-10 or a day such as 2025-10-18."));
        var suffix = Format(After, after?.ToString()) + Format(Before, before?.ToString()) + Format(At, day is null ? id?.ToString() : at);
        return (new(after, before, id, day), suffix, messages);

        Cursor? CursorOf(string name)
        {
            if (GetLastValue(given, name) is not { } text) return null;
            if (Cursor.Parse(text) is { } cursor && list.IsValidCursor(cursor)) return cursor;
            messages.Add(new(name, text, $"“{name}” isn't a position in this list, so it starts at the top."));
            return null;
        }
    }

    /// <summary>Formats the URL parameter of a position; empty if there is none.</summary>
    /// <param name="name"><c>after</c>, <c>before</c> or <c>at</c>.</param>
    /// <param name="place">The position, not escaped.</param>
    public static string Format(string name, string? place) => place is null ? "" : $"&{name}={Uri.EscapeDataString(place)}";

    /// <summary>Returns the last value of a parameter; null if it is missing or blank.</summary>
    public static string? GetLastValue(IQueryCollection given, string name) =>
        given[name].LastOrDefault(value => !string.IsNullOrWhiteSpace(value));
}
