namespace Sovia.Downloads;

/// <summary>What a host asks for before it hands out a file.</summary>
public enum HostAccess
{
    /// <summary>Nothing: anybody may fetch it.</summary>
    Public,

    /// <summary>The session of the browser that is signed in to grok.com.</summary>
    Cookie,
}
