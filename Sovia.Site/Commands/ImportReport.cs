using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Sovia.Import;
using Sovia.Import.Issues;
using Sovia.Import.Previews;

namespace Sovia.Commands;

/// <summary>Reports the result of an import or a dry run, as text or JSON.</summary>
internal static class ImportReport
{
    private const int IssuesShown = 20;

    /// <summary>The serializer options of the JSON report.</summary>
    public static readonly JsonSerializerOptions JsonOptions = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>Returns the report as an object for JSON; names and numbers are stable across versions.</summary>
    /// <param name="run">The run.</param>
    /// <param name="preview">The preview of a dry run; null if the import was written.</param>
    public static object ToJsonModel(ImportRun run, ImportPreview? preview) => new
    {
        run = preview is null ? run.Id : (Guid?)null,
        dryRun = preview is not null,
        state = run.State,
        families = run.Counts.Families,
        posts = run.Counts.Posts,
        images = run.Counts.Images,
        videos = run.Counts.Videos,
        @new = run.Counts.New,
        changed = run.Counts.Changed,
        unchanged = run.Counts.Unchanged,
        trashed = run.Counts.Trashed,
        rejected = run.Counts.Rejected,
        conflicting = run.IssueCounts.GetValueOrDefault(IssueCode.Conflict),
        newFamilies = preview?.NewFamilies,
        newVideosOfKnownFamilies = preview?.NewVideosInKnownFamilies,
        owners = preview?.Owners,
        media = preview?.Media,
        seconds = run is { BegunAt: { } start, FinishedAt: { } end } ? Math.Round((end - start).TotalSeconds, 3) : (double?)null,
        files = run.Sources,
        issueCounts = run.IssueCounts,
        issues = run.Issues,
        failure = run.Failure,
    };

    /// <summary>Prints the report as text.</summary>
    public static void Print(ImportRun run, ImportPreview? preview, TextWriter output)
    {
        var counts = run.Counts;
        if (run.State == ImportState.Failed) output.WriteLine($"Nothing was imported. {run.Failure}");
        else
        {
            output.WriteLine(
                $"{(preview is null ? "Imported" : "Would import")} {Format(counts.Posts)} items in {Format(counts.Families)} stacks: {Format(counts.Images)} images, {Format(counts.Videos)} videos.");
            output.WriteLine(
                $"{Format(counts.New)} new, {Format(counts.Changed)} updated, {Format(counts.Unchanged)} unchanged, {Format(counts.Trashed)} in the trash, {Format(counts.Rejected)} rejected.");
            if (preview is not null) Print(preview, output);
        }
        foreach (var (code, count) in run.IssueCounts.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            output.WriteLine($"{code} x {Format(count)}: {IssueMessage.FindByCode(code).Meaning} {IssueMessage.FindByCode(code).Remedy}"
                .TrimEnd());
        foreach (var issue in run.Issues.Take(IssuesShown)) output.WriteLine($"  {issue.Code} {issue.File} {issue.Path}: {issue.Reason}");
        var hiddenCount = run.IssueCounts.Values.Sum() - Math.Min(run.Issues.Count, IssuesShown);
        if (hiddenCount > 0) output.WriteLine($"  ... and {Format(hiddenCount)} more.");
    }

    private static void Print(ImportPreview preview, TextWriter output)
    {
        output.WriteLine($"{Format(preview.NewFamilies)} new stacks, {Format(preview.NewVideosInKnownFamilies)} new videos in existing stacks.");
        var media = preview.Media;
        output.WriteLine(
            $"Files: {Format(media.Saved)} saved, {Format(media.Included)} included, {Format(media.Public)} public, {Format(media.SignInRequired)} sign-in required, {Format(media.WithoutUrl)} without a link.");
        foreach (var owner in preview.Owners)
            output.WriteLine(
                $"  {Format(owner.Posts)} by {(owner.Id is { } id ? $"account {id}" : owner.Others ? "other accounts" : "unknown owner")}");
    }

    private static string Format(int count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
