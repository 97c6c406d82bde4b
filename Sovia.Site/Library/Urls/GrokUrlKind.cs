namespace Sovia.Library.Urls;

/// <summary>The kinds of addresses that the maker's hosts have.</summary>
public enum GrokUrlKind
{
    /// <summary>No address of the maker's.</summary>
    None,

    /// <summary>A bare id.</summary>
    Id,

    /// <summary>The bytes of a post.</summary>
    Media,

    /// <summary>The page of a post, or what the site's interface says of it.</summary>
    Page,

    /// <summary>A chat, or an answer in it.</summary>
    Chat,

    /// <summary>A chat that was shared.</summary>
    Share,

    /// <summary>A project, folder or workspace.</summary>
    Project,

    /// <summary>An account, its profile or the picture of it.</summary>
    Account,

    /// <summary>Anything else on these hosts.</summary>
    Other,
}
