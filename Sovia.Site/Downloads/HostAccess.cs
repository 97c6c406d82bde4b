namespace Sovia.Downloads;

/// <summary>The access that a host requires.</summary>
public enum HostAccess
{
    /// <summary>None: files are public.</summary>
    Public,

    /// <summary>The cookies of a browser that is signed in to grok.com.</summary>
    Cookie,
}
