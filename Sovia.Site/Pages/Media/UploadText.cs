using Sovia.Media.Scanning;

namespace Sovia.Pages.Media;

/// <summary>The result of an upload in one sentence.</summary>
public static class UploadText
{
    /// <summary>Describes how many files were matched, need review or were rejected; gives the reason of a single rejection.</summary>
    public static string Describe(IReadOnlyCollection<StoredUpload> stored)
    {
        var refused = stored.Where(upload => upload.Refusal is not null).ToList();
        var matched = stored.Count(upload => upload.PostIds.Count > 0);
        var waiting = stored.Count - matched - refused.Count;
        string[] parts =
        [
            .. Part(matched, "matched", "matched"), .. Part(waiting, "need review", "needs review"),
            .. Part(refused.Count, "rejected", "rejected"),
        ];
        var said = $"{char.ToUpperInvariant(parts[0][0])}{string.Join(", ", parts)[1..]}.";
        return refused.Count == 1 ? $"{said} {refused[0].Refusal}" : said;
    }

    private static IEnumerable<string> Part(int count, string many, string one)
    {
        if (count > 0) yield return count == 1 ? $"1 file {one}" : $"{MediaText.FormatNumber(count)} files {many}";
    }
}
