namespace Sovia.Downloads.Overview;

/// <summary>Where the bytes are of the posts that an import run brought or changed, in posts. Stubs are not counted.</summary>
/// <param name="Safe">On this machine.</param>
/// <param name="Public">On hosts that serve anybody.</param>
/// <param name="Cookie">On hosts that ask for the account's cookies.</param>
/// <param name="Nowhere">Nobody says where, or on a host that is not Grok's.</param>
public sealed record RunMediaCounts(int Safe, int Public, int Cookie, int Nowhere)
{
    /// <summary>Posts whose bytes are not here.</summary>
    public int Missing => Public + Cookie + Nowhere;

    /// <summary>All of them.</summary>
    public int Total => Safe + Missing;
}
