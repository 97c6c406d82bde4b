using System.Collections.Concurrent;
using Sovia.Storage;

namespace Sovia.Media;

/// <summary>
/// Whether the file records of the current library can be relied upon: its media roots are watched, and a full scan has completed.
/// </summary>
public sealed class FullScanState
{
    private readonly ConcurrentDictionary<string, bool> completeByLibrary = new(StringComparer.Ordinal);

    /// <summary>True once the first full scan has completed, for as long as the roots are watched.</summary>
    public bool IsComplete
    {
        get => completeByLibrary.GetValueOrDefault(CurrentLibrary.Id);
        set => completeByLibrary[CurrentLibrary.Id] = value;
    }
}
