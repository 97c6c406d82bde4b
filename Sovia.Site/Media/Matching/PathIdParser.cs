using Sovia.Library.Urls;

namespace Sovia.Media.Matching;

/// <summary>Finds post IDs, with or without dashes, in file and folder names. Names may also contain account and chat IDs.</summary>
internal static class PathIdParser
{
    /// <summary>Returns the IDs in a name, in order, without those marked as an account's: <c>users-{account}-generated-{id}</c>.</summary>
    public static IEnumerable<Guid> ParseName(string name) =>
        AccountPathNames.IsProfilePicture(name) ? [] : GuidParser.FindAll(AccountPathNames.AccountIdPattern().Replace(name, ""));

    /// <summary>
    /// Returns the ID of the folder that contains the file, unless it is an account or chat ID: <c>users/{account}/image.jpg</c>.
    /// </summary>
    /// <param name="segments">The segments of the path, ending with the file name.</param>
    public static Guid? ParseFolder(IReadOnlyList<string> segments) =>
        segments.Count < 2 || (segments.Count > 2 && AccountPathNames.Contains(segments[^3]))
        || AccountPathNames.IsProfilePicture(segments[^1])
            ? null : ParseName(segments[^2]).Select(id => (Guid?)id).LastOrDefault();
}
