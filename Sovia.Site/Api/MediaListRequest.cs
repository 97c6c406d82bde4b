using System.Globalization;
using Sovia.Query;
using Sovia.Stats;

namespace Sovia.Api;

/// <summary>The request <c>GET /api/media</c> of 8xSovia's API. Accepts its parameter names and those of Sovia's URLs.</summary>
/// <param name="Query">The query.</param>
/// <param name="Skip">The number of families to skip.</param>
/// <param name="Limit">The maximum number of families.</param>
internal sealed record MediaListRequest(LibraryQuery Query, int Skip, int Limit)
{
    private const string CustomVideosParameter = "has_custom_videos";

    private const int DefaultLimit = 50, MaxLimit = 100, MaxSkipped = 10_000_000;

    /// <summary>Reads the parameters.</summary>
    /// <returns>The request, and the reasons for invalid parameters by parameter.</returns>
    public static (MediaListRequest Query, Dictionary<string, string[]> Problems) Read(IQueryCollection given, DateTimeOffset now,
        TimeZoneInfo? zone)
    {
        var problems = new Dictionary<string, string[]>();
        int ReadNumber(string name, int defaultValue, int min, int max)
        {
            if (given[name].LastOrDefault() is not { Length: > 0 } text) return defaultValue;
            if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= min
                && number <= max) return number;
            problems[name] = [$"“{name}” must be a whole number from {min} to {max}."];
            return defaultValue;
        }
        var (skip, limit) = (ReadNumber("skip", 0, 0, MaxSkipped), ReadNumber("limit", DefaultLimit, 1, MaxLimit));
        var pairs = given.SelectMany(pair => pair.Value.Select(value => KeyValuePair.Create(pair.Key.ToLowerInvariant(), value ?? "")))
            .Select(Translate).Where(pair => pair.Value.Length > 0);
        var (query, messages) = LibraryQuery.Parse(pairs, now, zone);
        foreach (var message in messages) problems.TryAdd(message.Parameter, [message.Text]);
        // An additional condition, which also applies if a mode is given.
        if (ReadBoolean(given[CustomVideosParameter].LastOrDefault()) is not { } hasCustomVideos)
            problems[CustomVideosParameter] = [$"“{CustomVideosParameter}” must be true or false."];
        else if (hasCustomVideos && !ApiQuery.IsUnparsable(query)) query = query.AndSearch("mode:custom");
        return (new(query, skip, limit), problems);
    }

    // Accepts the spellings of 8xSovia; returns null for any other.
    private static bool? ReadBoolean(string? text) => text?.Trim().ToLowerInvariant() switch
    {
        null or "" or "false" or "0" or "no" or "off" or "f" or "n" => false,
        "true" or "1" or "yes" or "on" or "t" or "y" => true,
        _ => null,
    };

    private static KeyValuePair<string, string> Translate(KeyValuePair<string, string> pair) =>
        (pair.Key, pair.Value.ToLowerInvariant()) switch
        {
            ("type", "all") or ("mode", "all") or ("model", "all") => new(pair.Key, ""),
            ("type", "media_post_type_image") => new("type", "image"),
            ("type", "media_post_type_video") => new("type", "video"),
            ("liked", "liked") => new("liked", "true"),
            ("liked", "unliked") => new("liked", "-true"),
            (CustomVideosParameter, _) => new(pair.Key, ""),
            _ => pair,
        };
}
