using System.Text.RegularExpressions;

namespace Sovia.Library.Urls;

/// <summary>
/// Names that precede the ID of an account, a chat or a project. In URLs, folders and file names, such an ID never belongs to a post.
/// </summary>
internal static partial class AccountPathNames
{
    private static readonly HashSet<string> Names = new(
        [
            "users", "user", "anon-users", "anon_users", "u", "uid", "userid", "user-id", "user_id", "accounts", "account", "owners",
            "owner", "profiles", "profile", "members",
            "orgs", "org", "organizations", "teams", "team", "tenants", "export_data", "avatars", "avatar", "profile-pictures",
            "profile_pictures",
            "c", "chat", "chats", "share", "shares", "conversation", "conversations", "responses", "project", "projects", "workspace",
            "workspaces", "folders", "tasks",
        ], StringComparer.OrdinalIgnoreCase);

    /// <summary>Returns true for a folder or URL segment whose direct IDs do not belong to posts.</summary>
    public static bool Contains(string name) => Names.Contains(name);

    /// <summary>Returns true for the file name of a profile picture.</summary>
    public static bool IsProfilePicture(string name) => ProfilePicturePattern().IsMatch(name);

    /// <summary>Matches IDs of accounts, chats and projects in the name of a file or folder, each with the name before it.</summary>
    [GeneratedRegex(
        @"(?<![a-z])(?:anon[-_])?(?:users?[-_]?id|users?|uid|accounts?|owners?|chats?|conversations?|projects?|workspaces?)[-_.=@ ]{1,2}(?:[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}|[0-9a-f]{32})(?![0-9a-f])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    public static partial Regex AccountIdPattern();

    [GeneratedRegex(@"profile[-_ ]?(?:picture|image|photo|pic)|avatar", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ProfilePicturePattern();
}
