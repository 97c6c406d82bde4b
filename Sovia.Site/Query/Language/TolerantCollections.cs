using Sovia.Library.Dates;
using Sovia.Query.Terms;

namespace Sovia.Query.Language;

/// <summary>
/// The collections of a library, and every other path as an empty collection. Stored searches are parsed with these, because a search that
/// names a deleted collection would otherwise lose that condition and match everything.
/// </summary>
/// <param name="collections">The collections.</param>
internal sealed class TolerantCollections(INamedCollections collections) : INamedCollections
{
    /// <inheritdoc/>
    public string Stamp => collections.Stamp;

    /// <inheritdoc/>
    public IEnumerable<string> Paths => collections.Paths;

    /// <inheritdoc/>
    public NamedCollection? Find(string path, LocalCalendar calendar) => collections.Find(path, calendar) ?? new(path, new Term.AnyOf([]));

    /// <inheritdoc/>
    public string? GetPath(string path) => collections.GetPath(path) ?? path;

    /// <inheritdoc/>
    public string? SuggestPath(string path) => collections.SuggestPath(path);
}
