namespace Sovia.Index.Versions;

/// <summary>A library at one moment.</summary>
/// <param name="Version">Goes up with every change of its posts.</param>
/// <param name="Families">How many families it has.</param>
/// <param name="Posts">How many posts, stubs apart.</param>
/// <param name="ContentStamp">Differs for any two states of any two libraries' posts, for keys of caches; empty for a library that nothing
/// was ever put into.</param>
/// <param name="StateStamp">The same for what users decided; empty where nobody decided anything yet.</param>
/// <param name="CollectionStamp">The same for collections, their posts apart; empty where none was ever made.</param>
/// <param name="PreferenceStamp">The same for preferences and presets; empty where none was ever set.</param>
public sealed record LibraryState(
    long Version, int Families, int Posts, string ContentStamp, string StateStamp = "", string CollectionStamp = "",
    string PreferenceStamp = "")
{
    /// <summary>A library that nothing was ever put into.</summary>
    public static readonly LibraryState Empty = new(0, 0, 0, "");

    /// <summary>For what depends on both.</summary>
    public string CombinedStamp => $"{ContentStamp}/{StateStamp}";
}
