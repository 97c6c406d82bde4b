namespace Sovia.Index.Versions;

/// <summary>The state of a library at one moment.</summary>
/// <param name="Version">Increases with every change of posts.</param>
/// <param name="Families">The number of families.</param>
/// <param name="Posts">The number of posts, without stubs.</param>
/// <param name="ContentStamp">Identifies the state of the posts across all libraries, for cache keys; empty for a library that never had
/// any.</param>
/// <param name="StateStamp">Identifies the state of annotations in the same way; empty if there never were any.</param>
/// <param name="CollectionStamp">Identifies the state of collections, without their posts; empty if there never were any.</param>
/// <param name="PreferenceStamp">Identifies the state of preferences and presets; empty if none was ever set.</param>
public sealed record LibraryState(
    long Version, int Families, int Posts, string ContentStamp, string StateStamp = "", string CollectionStamp = "",
    string PreferenceStamp = "")
{
    /// <summary>The state of a library that never had any posts.</summary>
    public static readonly LibraryState Empty = new(0, 0, 0, "");

    /// <summary>The stamp for results that depend on posts and annotations.</summary>
    public string CombinedStamp => $"{ContentStamp}/{StateStamp}";
}
