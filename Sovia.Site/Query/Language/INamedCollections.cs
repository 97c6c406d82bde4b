using Sovia.Library.Dates;

namespace Sovia.Query.Language;

/// <summary>The collections of a library that a search can name.</summary>
public interface INamedCollections
{
    /// <summary>Identifies the state of the collections, for cache keys.</summary>
    string Stamp { get; }

    /// <summary>The paths of the collections, for completion.</summary>
    IEnumerable<string> Paths { get; }

    /// <summary>Finds a collection by its path, ignoring case.</summary>
    /// <param name="path">The names from the outermost collection inwards, separated by <c>/</c>; or a single name if only one collection
    /// has it.</param>
    /// <param name="calendar">The viewer's time zone and current date.</param>
    /// <returns>The collection; null if there is none, or if it refers to itself and is already being resolved.</returns>
    NamedCollection? Find(string path, LocalCalendar calendar);

    /// <summary>Returns the canonical path of a collection; null if there is no such collection.</summary>
    string? GetPath(string path);

    /// <summary>Returns the path of the collection with the most similar name; null if none is similar.</summary>
    string? SuggestPath(string path);
}
