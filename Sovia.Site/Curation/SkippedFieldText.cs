using System.Globalization;

namespace Sovia.Curation;

/// <summary>Describes the parts of a change that locked collections prevented, for the user.</summary>
public static class SkippedFieldText
{
    /// <summary>Returns a sentence per locked collection; null if no lock prevented a change.</summary>
    public static string? DescribeLocked(IEnumerable<SkippedField> skipped)
    {
        List<string> sentences = [.. skipped.Where(field => field.LockedIn is not null).GroupBy(field => field.LockedIn)
            .Select(group => Describe(group.Key!, group.Select(field => field.Id).Distinct().Count()))];
        return sentences.Count == 0 ? null : string.Join(" ", sentences);
    }

    private static string Describe(string names, int count) => string.Create(CultureInfo.InvariantCulture,
        $"{names} {(names.Contains(", ", StringComparison.Ordinal) ? "are" : "is")} locked, so {count:N0} {(count == 1 ? "item was left as it is" : "items were left as they are")}.");
}
