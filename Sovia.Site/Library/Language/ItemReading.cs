using Sovia.Library.Search;

namespace Sovia.Library.Language;

/// <summary>What a metatag makes of one value.</summary>
/// <param name="Term">What it means; null where it means nothing.</param>
/// <param name="Written">The value as it is best written.</param>
/// <param name="Complaint">What is wrong and what would be right, a sentence; null where nothing is wrong.</param>
/// <param name="Moves">Whether it means something else tomorrow, as <c>today</c> does.</param>
/// <param name="NamesLists">Whether it names a collection, which may become another.</param>
public sealed record ItemReading(Term? Term, string Written, string? Complaint = null, bool Moves = false, bool NamesLists = false)
{
    /// <summary>A value without meaning.</summary>
    /// <param name="complaint">What is wrong and what would be right.</param>
    public static ItemReading Wrong(string complaint) => new(null, "", complaint);
}
