using Sovia.Library.Dates;
using Sovia.Query.Terms;

namespace Sovia.Query.Language;

/// <summary>
/// The collections of a library for stored searches, whose paths may be obsolete. Resolves an unknown path by its last name; if no
/// collection has that name, uses an empty one, because a search without the condition would match everything.
/// </summary>
/// <param name="collections">The collections.</param>
internal sealed class TolerantCollections(INamedCollections collections) : INamedCollections
{
    /// <inheritdoc/>
    public string Stamp => collections.Stamp;

    /// <inheritdoc/>
    public IEnumerable<string> Paths => collections.Paths;

    /// <inheritdoc/>
    public NamedCollection? Find(string path, LocalCalendar calendar)
    {
        // Searches of smart collections are cached for all requests, so they are parsed with the collections themselves.
        using var entered = NamedCollections.Use(collections);
        var found = collections.Find(path, calendar);
        if (found is not null && path.Contains('/', StringComparison.Ordinal)) return found;
        // A bare name, or the last name of an obsolete path, matches all collections with that name. After a move, or with duplicate
        // names, the search then matches too much rather than too little.
        var name = GetName(path);
        var namesakes = collections.Paths.Where(known => GetName(known).Equals(name, StringComparison.OrdinalIgnoreCase))
            .Select(known => collections.Find(known, calendar));
        return new(path, new Term.AnyOf([.. namesakes.Append(found).OfType<NamedCollection>().Select(one => one.Term).Distinct()]));
    }

    /// <inheritdoc/>
    public string? GetPath(string path) => collections.GetPath(path) ?? path;

    /// <inheritdoc/>
    public string? SuggestPath(string path) => collections.SuggestPath(path);

    private static string GetName(string path) => path[(path.LastIndexOf('/') + 1)..].Trim();
}
