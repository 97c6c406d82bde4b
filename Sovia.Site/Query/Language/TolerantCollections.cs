using Sovia.Library.Dates;
using Sovia.Query.Terms;

namespace Sovia.Query.Language;

/// <summary>
/// The collections of a library for searches that were stored long before. A path that names no collection any more is looked for by its
/// last name, and is an empty collection if there is none, because a search that lost this condition would match everything.
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
        // A name alone means every collection that has it, and a path that is none any more the collections that have its last name: after
        // a move, or beside a new collection of the same name, more is matched and not less.
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
