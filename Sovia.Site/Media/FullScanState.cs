using System.Collections.Concurrent;
using Sovia.Storage;

namespace Sovia.Media;

/// <summary>
/// Whether what is recorded of the current library's files can be relied upon: its media roots are watched, and a whole look at them has
/// come to its end.
/// </summary>
public sealed class FullScanState
{
    private readonly ConcurrentDictionary<string, bool> done = new(StringComparer.Ordinal);

    /// <summary>True from the end of the first whole look on, as long as the watch goes on.</summary>
    public bool IsComplete
    {
        get => done.GetValueOrDefault(CurrentLibrary.Id);
        set => done[CurrentLibrary.Id] = value;
    }
}
