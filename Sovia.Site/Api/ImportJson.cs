using Sovia.Import;

namespace Sovia.Api;

/// <summary>An import as the API returns it: the four counts of 8xSovia's API, and more.</summary>
internal sealed record ImportJson(
    Guid Id, string State, int PostsImported, int ChildPostsImported, int PostsSkipped, int TotalProcessed, int New, int Changed,
    int Unchanged, int Trashed, int Rejected, DateTimeOffset StartedAt, DateTimeOffset? FinishedAt,
    string? Failure, IReadOnlyList<ImportJson.Issue> Issues)
{
    private const int MaxIssues = 100;

    public static ImportJson From(ImportRun run) => new(
        run.Id, run.State.ToString().ToLowerInvariant(),
        run.Counts.NewRoots, run.Counts.New - run.Counts.NewRoots, run.Counts.Roots - run.Counts.NewRoots, run.Counts.Roots
        + run.Counts.Rejected,
        run.Counts.New, run.Counts.Changed, run.Counts.Unchanged, run.Counts.Trashed, run.Counts.Rejected, run.StartedAt, run.FinishedAt,
        run.Failure, GetIssues(run));

    /// <summary>Returns the first issues of an import.</summary>
    public static IReadOnlyList<Issue> GetIssues(ImportRun run) =>
        [.. run.Issues.Take(MaxIssues).Select(issue => new Issue(issue.Code, issue.Path, issue.Reason, issue.Rejected))];

    /// <summary>An issue with one item of an import.</summary>
    internal sealed record Issue(string Code, string Path, string Reason, bool Rejected);
}
