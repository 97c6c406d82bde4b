using System.Globalization;
using Sovia.Library.Dates;
using Sovia.Query.Language;

namespace Sovia.Collections;

/// <summary>Collections whose relative dates use their owner's time zone, regardless of the viewer's zone.</summary>
/// <param name="tree">The collections.</param>
/// <param name="zone">The owner's time zone.</param>
/// <param name="now">The current time, UTC.</param>
public sealed class ZonedCollections(CollectionTree tree, TimeZoneInfo zone, DateTimeOffset now) : INamedCollections
{
    /// <inheritdoc/>
    public string Stamp { get; } = string.Create(CultureInfo.InvariantCulture,
        $"{tree.Stamp} {zone.Id} {new LocalCalendar(now, zone).Today:yyyyMMdd}");

    /// <inheritdoc/>
    public IEnumerable<string> Paths => tree.Paths;

    /// <inheritdoc/>
    public NamedCollection? Find(string path, LocalCalendar calendar) => tree.Find(path, new(calendar.Now, zone));

    /// <inheritdoc/>
    public string? GetPath(string path) => tree.GetPath(path);

    /// <inheritdoc/>
    public string? SuggestPath(string path) => tree.SuggestPath(path);
}
