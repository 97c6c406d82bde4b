using Sovia.Library.Dates;

namespace Sovia.Query.Language;

/// <summary>
/// The lists that searches can name where the current work runs: those of the library that it has entered. Like the library itself they
/// flow with asynchronous calls, so that a search means the same wherever it is read. Work that never entered any knows none.
/// </summary>
public static class NamedCollections
{
    private static readonly AsyncLocal<INamedCollections?> Entered = new();

    /// <summary>The lists.</summary>
    public static INamedCollections Current => Entered.Value ?? NoCollections.Instance;

    /// <summary>Has searches name these lists until the result is disposed.</summary>
    public static IDisposable Use(INamedCollections lists)
    {
        var before = Entered.Value;
        Entered.Value = lists;
        return new RestoreOnDispose(before);
    }

    private sealed class RestoreOnDispose(INamedCollections? before) : IDisposable
    {
        public void Dispose() => Entered.Value = before;
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
