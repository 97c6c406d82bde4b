namespace Sovia.Library.Urls;

/// <summary>The kinds of URLs on Grok's hosts.</summary>
public enum GrokUrlKind
{
    /// <summary>Not a Grok URL.</summary>
    None,

    /// <summary>A bare ID.</summary>
    Id,

    /// <summary>The file of a post.</summary>
    Media,

    /// <summary>The page of a post, or its API data.</summary>
    Page,

    /// <summary>A chat, or a response in one.</summary>
    Chat,

    /// <summary>A shared chat.</summary>
    Share,

    /// <summary>A project, folder or workspace.</summary>
    Project,

    /// <summary>An account, its profile or profile picture.</summary>
    Account,

    /// <summary>Anything else on these hosts.</summary>
    Other,
}
