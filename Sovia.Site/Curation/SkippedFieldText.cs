using System.Globalization;

namespace Sovia.Curation;

/// <summary>Describes for the user what locked collections have left out of a change.</summary>
public static class SkippedFieldText
{
    /// <summary>Returns a sentence per locked collection; null if no lock left anything out.</summary>
    public static string? DescribeLocked(IEnumerable<SkippedField> skipped)
    {
        List<string> sentences = [.. skipped.Where(field => field.LockedIn is not null).GroupBy(field => field.LockedIn)
            .Select(group => Describe(group.Key!, group.Select(field => field.Id).Distinct().Count()))];
        return sentences.Count == 0 ? null : string.Join(" ", sentences);
    }

    private static string Describe(string names, int count) => string.Create(CultureInfo.InvariantCulture,
        $"{names} {(names.Contains(", ", StringComparison.Ordinal) ? "are" : "is")} locked, so {count:N0} {(count == 1 ? "item was left as it is" : "items were left as they are")}.");
}
