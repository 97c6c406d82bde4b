using Sovia.Library.Addresses;

namespace Sovia.MediaFiles.Matching;

/// <summary>Finds post ids in names of files and folders, with and without dashes. The ids of accounts and chats stand in them too.</summary>
internal static class IdsIn
{
    /// <summary>The ids in a name, in their order: never one that the name says is an account's, <c>users-{account}-generated-{id}</c>.</summary>
    public static IEnumerable<Guid> Name(string name) => OwnerNames.IsPortrait(name) ? [] : IdText.In(OwnerNames.InName().Replace(name, ""));

    /// <summary>The id of the folder a file lies in: never that of an account or a chat, <c>users/{account}/image.jpg</c>.</summary>
    /// <param name="segments">The parts of the path, the file's name last.</param>
    public static Guid? Folder(IReadOnlyList<string> segments) =>
        segments.Count < 2 || (segments.Count > 2 && OwnerNames.Has(segments[^3])) || OwnerNames.IsPortrait(segments[^1])
            ? null : Name(segments[^2]).Select(id => (Guid?)id).LastOrDefault();
}
