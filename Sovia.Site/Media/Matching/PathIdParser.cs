using Sovia.Library.Urls;

namespace Sovia.Media.Matching;

/// <summary>
/// Finds post ids in names of files and folders, with and without dashes. The ids of accounts and chats stand in them too.
/// </summary>
internal static class PathIdParser
{
    /// <summary>
    /// The ids in a name, in their order: never one that the name says is an account's, <c>users-{account}-generated-{id}</c>.
    /// </summary>
    public static IEnumerable<Guid> ParseName(string name) =>
        AccountPathNames.IsProfilePicture(name) ? [] : GuidParser.FindAll(AccountPathNames.AccountIdPattern().Replace(name, ""));

    /// <summary>The id of the folder a file lies in: never that of an account or a chat, <c>users/{account}/image.jpg</c>.</summary>
    /// <param name="segments">The parts of the path, the file's name last.</param>
    public static Guid? ParseFolder(IReadOnlyList<string> segments) =>
        segments.Count < 2 || (segments.Count > 2 && AccountPathNames.Contains(segments[^3]))
        || AccountPathNames.IsProfilePicture(segments[^1])
            ? null : ParseName(segments[^2]).Select(id => (Guid?)id).LastOrDefault();
}
