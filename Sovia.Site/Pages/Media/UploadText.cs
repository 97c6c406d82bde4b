using Sovia.Media.Scanning;

namespace Sovia.Pages.Media;

/// <summary>The result of an upload in one sentence.</summary>
public static class UploadText
{
    /// <summary>Describes how many files were matched, need review or were rejected; gives the reason of a single rejection.</summary>
    public static string Describe(IReadOnlyCollection<StoredUpload> stored)
    {
        var rejected = stored.Where(upload => upload.Refusal is not null).ToList();
        var matchedCount = stored.Count(upload => upload.PostIds.Count > 0);
        var toReviewCount = stored.Count(upload => upload.NeedsReview);
        string[] parts =
        [
            .. FormatPart(matchedCount, "matched", "matched"), .. FormatPart(toReviewCount, "need review", "needs review"),
            .. FormatPart(rejected.Count, "rejected", "rejected"),
        ];
        var sentence = $"{char.ToUpperInvariant(parts[0][0])}{string.Join(", ", parts)[1..]}.";
        return rejected.Count == 1 ? $"{sentence} {rejected[0].Refusal}" : sentence;
    }

    private static IEnumerable<string> FormatPart(int count, string plural, string singular)
    {
        if (count > 0) yield return count == 1 ? $"1 file {singular}" : $"{MediaText.FormatNumber(count)} files {plural}";
    }
}
