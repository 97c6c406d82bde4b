namespace Sovia.Library.Language;

/// <summary>
/// The lists that searches can name where the current work runs: those of the library that it has entered. Like the library itself they flow with
/// asynchronous calls, so that a search means the same wherever it is read. Work that never entered any knows none.
/// </summary>
public static class NamedLists
{
    private static readonly AsyncLocal<INamedLists?> Entered = new();

    /// <summary>The lists.</summary>
    public static INamedLists Current => Entered.Value ?? NoLists.Instance;

    /// <summary>Has searches name these lists until the result is disposed.</summary>
    public static IDisposable Enter(INamedLists lists)
    {
        var before = Entered.Value;
        Entered.Value = lists;
        return new Left(before);
    }

    private sealed class Left(INamedLists? before) : IDisposable
    {
        public void Dispose() => Entered.Value = before;
    }

    private sealed class NoLists : INamedLists
    {
        public static readonly NoLists Instance = new();

        public string Stamp => "";

        public IEnumerable<string> Paths => [];

        public NamedList? Find(string path, LocalCalendar calendar) => null;

        public string? PathOf(string path) => null;

        public string? Nearest(string path) => null;
    }
}
