using System.Text.RegularExpressions;

namespace Sovia.Library.Urls;

/// <summary>
/// Names behind which an id is that of an account, a chat or a project. In addresses, in folders and in names of files alike, such an id
/// is never a post's.
/// </summary>
internal static partial class AccountPathNames
{
    private static readonly HashSet<string> All = new(
        [
            "users", "user", "anon-users", "anon_users", "u", "uid", "userid", "user-id", "user_id", "accounts", "account", "owners",
            "owner", "profiles", "profile", "members",
            "orgs", "org", "organizations", "teams", "team", "tenants", "export_data", "avatars", "avatar", "profile-pictures",
            "profile_pictures",
            "c", "chat", "chats", "share", "shares", "conversation", "conversations", "responses", "project", "projects", "workspace",
            "workspaces", "folders", "tasks",
        ], StringComparer.OrdinalIgnoreCase);

    /// <summary>True for a folder, or a part of an address, directly in which ids are not those of posts.</summary>
    public static bool Contains(string name) => All.Contains(name);

    /// <summary>True for the name of a profile's picture.</summary>
    public static bool IsProfilePicture(string name) => Portrait().IsMatch(name);

    /// <summary>Ids in the name of a file or folder that are those of accounts, with the name before each.</summary>
    [GeneratedRegex(
        @"(?<![a-z])(?:anon[-_])?(?:users?[-_]?id|users?|uid|accounts?|owners?)[-_.=@ ]{1,2}(?:[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}|[0-9a-f]{32})(?![0-9a-f])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    public static partial Regex AccountIdPattern();

    [GeneratedRegex(@"profile[-_ ]?(?:picture|image|photo|pic)|avatar", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Portrait();
}
