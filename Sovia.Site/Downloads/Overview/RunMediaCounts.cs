namespace Sovia.Downloads.Overview;

/// <summary>Posts that an import run added or changed, by where their files are. Stubs are not counted.</summary>
/// <param name="Safe">Saved on this server.</param>
/// <param name="Public">On public hosts.</param>
/// <param name="Cookie">On hosts that require the account's cookies.</param>
/// <param name="Nowhere">Without a URL, or on a host that is not Grok's.</param>
public sealed record RunMediaCounts(int Safe, int Public, int Cookie, int Nowhere)
{
    /// <summary>Posts whose files are missing.</summary>
    public int Missing => Public + Cookie + Nowhere;

    /// <summary>All counted posts.</summary>
    public int Total => Safe + Missing;
}
