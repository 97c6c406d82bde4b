using Sovia.Library.Dates;

namespace Sovia.Query.Language;

/// <summary>The lists of a library that a search can name.</summary>
public interface INamedCollections
{
    /// <summary>Differs for any two states of them, for keys of caches.</summary>
    string Stamp { get; }

    /// <summary>Their paths, for completion.</summary>
    IEnumerable<string> Paths { get; }

    /// <summary>The list of a path, whatever its case.</summary>
    /// <param name="path">Names from the outermost list to the one that is meant, with <c>/</c> between; or one name alone where only one
    /// list has it.</param>
    /// <param name="calendar">Which days it is where somebody looks from.</param>
    /// <returns>The list; null where there is none, or where it is being read already: a list that names itself.</returns>
    NamedCollection? Find(string path, LocalCalendar calendar);

    /// <summary>The path of a list as it is best written; null where there is no such list.</summary>
    string? GetPath(string path);

    /// <summary>The path of the list whose name is nearest to one that is not there; null where none is near.</summary>
    string? SuggestPath(string path);
}
