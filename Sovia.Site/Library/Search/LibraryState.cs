namespace Sovia.Library.Search;

/// <summary>A library at one moment.</summary>
/// <param name="Version">Goes up with every change.</param>
/// <param name="Families">How many families it has.</param>
/// <param name="Posts">How many posts, stubs apart.</param>
/// <param name="Stamp">Differs for any two states of any two libraries, for keys of caches; empty for a library that nothing was ever put into.</param>
public sealed record LibraryState(long Version, int Families, int Posts, string Stamp)
{
    /// <summary>A library that nothing was ever put into.</summary>
    public static readonly LibraryState Empty = new(0, 0, 0, "");
}
