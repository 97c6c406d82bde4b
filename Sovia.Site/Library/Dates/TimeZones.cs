using Sovia.Caching;

namespace Sovia.Library.Dates;

/// <summary>Time zones by the names of the IANA, as browsers tell them and addresses hold them.</summary>
public static class TimeZones
{
    private const int Longest = 64, MostKnown = 1_000;

    // Asked for with every page, and made anew by the runtime each time.
    private static readonly BoundedMemo<TimeZoneInfo> Known = new(MostKnown);

    // Names that browsers still use for what the database renamed; where only one of the two is installed, it stands for both.
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

    /// <summary>The zone of a name; null where there is none such here. Whatever is the same as UTC is UTC.</summary>
    public static TimeZoneInfo? FindById(string? name)
    {
        if (string.IsNullOrEmpty(name)) return null;
        if (Known.TryGet(name, out var zone)) return zone;
        // Names are those of files, and one that comes from outside must lead to no other.
        if (name.Length > Longest || name[0] == '/' || !name.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '_' or '-' or '+'))
            return null;
        var found = Find(name) ?? Renamed.Where(pair => pair.Old == name || pair.New == name)
            .Select(pair => Find(pair.Old == name ? pair.New : pair.Old)).FirstOrDefault();
        return found is null ? null : Known.Add(name, found);
    }

    /// <summary>
    /// The zone that a parameter of an address names; null where there is none such here. A plus that is written by hand arrives as a
    /// space.
    /// </summary>
    public static TimeZoneInfo? ParseParameter(string? text) => FindById(text?.Trim().Replace(' ', '+'));

    /// <summary>Whether two zones have the same days, by whatever names.</summary>
    public static bool AreSame(TimeZoneInfo one, TimeZoneInfo other) =>
        ReferenceEquals(one, other) || one.Id == other.Id || one.HasSameRules(other);

    private static TimeZoneInfo? Find(string name) =>
        !TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? null : zone.HasSameRules(TimeZoneInfo.Utc) ? TimeZoneInfo.Utc : zone;
}
