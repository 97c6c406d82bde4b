using Sovia.Caching;

namespace Sovia.Library.Dates;

/// <summary>Finds time zones by their IANA names, which browsers send and URLs contain.</summary>
public static class TimeZones
{
    private const int MaxNameLength = 64, MaxCached = 1_000;

    // Cached, because every page looks up its zone and the runtime creates it each time.
    private static readonly BoundedMemo<TimeZoneInfo> Cache = new(MaxCached);

    // Browsers still send some names that the IANA database has renamed; if only one of a pair is installed, it stands for both.
    private static readonly (string Old, string New)[] Renamed =
    [
        ("Africa/Asmera", "Africa/Asmara"), ("America/Buenos_Aires", "America/Argentina/Buenos_Aires"),
        ("America/Catamarca", "America/Argentina/Catamarca"),
        ("America/Coral_Harbour", "America/Atikokan"), ("America/Cordoba", "America/Argentina/Cordoba"),
        ("America/Godthab", "America/Nuuk"),
        ("America/Indianapolis", "America/Indiana/Indianapolis"), ("America/Jujuy", "America/Argentina/Jujuy"),
        ("America/Louisville", "America/Kentucky/Louisville"),
        ("America/Mendoza", "America/Argentina/Mendoza"), ("Asia/Calcutta", "Asia/Kolkata"), ("Asia/Katmandu", "Asia/Kathmandu"),
        ("Asia/Rangoon", "Asia/Yangon"),
        ("Asia/Saigon", "Asia/Ho_Chi_Minh"), ("Atlantic/Faeroe", "Atlantic/Faroe"), ("Europe/Kiev", "Europe/Kyiv"),
        ("Pacific/Enderbury", "Pacific/Kanton"),
        ("Pacific/Ponape", "Pacific/Pohnpei"), ("Pacific/Truk", "Pacific/Chuuk"),
    ];

    /// <summary>Finds a zone by name; returns null if it is not installed. Aliases of UTC return UTC.</summary>
    public static TimeZoneInfo? FindById(string? name)
    {
        if (string.IsNullOrEmpty(name)) return null;
        if (Cache.TryGet(name, out var zone)) return zone;
        // Rejects invalid names, because the runtime uses the name as a file path, and user input must not lead outside the zone folder.
        if (name.Length > MaxNameLength || name[0] == '/' || !name.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '_' or '-' or '+'))
            return null;
        var foundZone = Find(name) ?? Renamed.Where(pair => pair.Old == name || pair.New == name)
            .Select(pair => Find(pair.Old == name ? pair.New : pair.Old)).FirstOrDefault();
        return foundZone is null ? null : Cache.Add(name, foundZone);
    }

    /// <summary>
    /// Finds the zone named in a URL parameter; returns null if it is not installed. An unescaped plus is decoded as a space.
    /// </summary>
    public static TimeZoneInfo? ParseParameter(string? text) => FindById(text?.Trim().Replace(' ', '+'));

    /// <summary>Returns whether two zones have the same days, regardless of their names.</summary>
    public static bool AreSame(TimeZoneInfo one, TimeZoneInfo other) =>
        ReferenceEquals(one, other) || one.Id == other.Id || one.HasSameRules(other);

    private static TimeZoneInfo? Find(string name) =>
        !TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? null : zone.HasSameRules(TimeZoneInfo.Utc) ? TimeZoneInfo.Utc : zone;
}
