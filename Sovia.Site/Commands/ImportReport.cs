using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Sovia.Import;

namespace Sovia.Commands;

/// <summary>The end of an import, for people and for scripts.</summary>
internal static class ImportReport
{
    private const int IssuesShown = 20;

    /// <summary>How the report is written as JSON.</summary>
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>The report as an object: names and numbers stay as they are from version to version.</summary>
    public static object Of(ImportRun run, bool dryRun) => new
    {
        run = dryRun ? (Guid?)null : run.Id,
        dryRun,
        state = run.State,
        families = run.Counts.Families,
        posts = run.Counts.Posts,
        images = run.Counts.Images,
        videos = run.Counts.Videos,
        @new = run.Counts.New,
        changed = run.Counts.Changed,
        unchanged = run.Counts.Unchanged,
        rejected = run.Counts.Rejected,
        files = run.Sources,
        issueCounts = run.IssueCounts,
        issues = run.Issues,
        failure = run.Failure,
    };

    /// <summary>The report as text.</summary>
    public static void Print(ImportRun run, bool dryRun, TextWriter output)
    {
        var counts = run.Counts;
        string Number(int count) => count.ToString("N0", CultureInfo.InvariantCulture);
        if (run.State == ImportState.Failed) output.WriteLine($"Nothing could be imported. {run.Failure}");
        else
        {
            output.WriteLine($"{(dryRun ? "Would import" : "Imported")} {Number(counts.Posts)} posts in {Number(counts.Families)} families: {Number(counts.Images)} images, {Number(counts.Videos)} videos.");
            output.WriteLine($"{Number(counts.New)} new, {Number(counts.Changed)} changed, {Number(counts.Unchanged)} unchanged, {Number(counts.Rejected)} rejected.");
        }
        foreach (var issue in run.Issues.Take(IssuesShown)) output.WriteLine($"{issue.Code} {issue.File} {issue.Path}: {issue.Reason}");
        var more = run.IssueCounts.Values.Sum() - Math.Min(run.Issues.Count, IssuesShown);
        if (more > 0) output.WriteLine($"... and {Number(more)} more.");
    }
}
