namespace Sovia.Library.Search;

/// <summary>A library at one moment.</summary>
/// <param name="Version">Goes up with every change.</param>
/// <param name="Families">How many families it has.</param>
/// <param name="Posts">How many posts, stubs apart.</param>
public sealed record LibraryState(long Version, int Families, int Posts)
{
    /// <summary>A library that nothing was ever put into.</summary>
    public static readonly LibraryState Empty = new(0, 0, 0);
}
