using Sovia.Library.Dates;

namespace Sovia.Query.Language;

/// <summary>
/// The collections of the current library that searches can name. Stored in an AsyncLocal, like the current library, so that a search
/// means the same wherever it is parsed. Outside a library there are none.
/// </summary>
public static class NamedCollections
{
    private static readonly AsyncLocal<INamedCollections?> AmbientCollections = new();

    /// <summary>The collections of the current library.</summary>
    public static INamedCollections Current => AmbientCollections.Value ?? NoCollections.Instance;

    /// <summary>Makes searches use these collections until the result is disposed.</summary>
    public static IDisposable Use(INamedCollections lists)
    {
        var previous = AmbientCollections.Value;
        AmbientCollections.Value = lists;
        return new RestoreOnDispose(previous);
    }

    /// <summary>Makes searches treat unknown collections as empty until the result is disposed.</summary>
    public static IDisposable TolerateUnknown() => Use(new TolerantCollections(Current));

    private sealed class RestoreOnDispose(INamedCollections? before) : IDisposable
    {
        public void Dispose() => AmbientCollections.Value = before;
    }

    private sealed class NoCollections : INamedCollections
    {
        public static readonly NoCollections Instance = new();

        public string Stamp => "";

        public IEnumerable<string> Paths => [];

        public NamedCollection? Find(string path, LocalCalendar calendar) => null;

        public string? GetPath(string path) => null;

        public string? SuggestPath(string path) => null;
    }
}
