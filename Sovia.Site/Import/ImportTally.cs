using Sovia.Library;

namespace Sovia.Import;

/// <summary>Counts the distinct posts and families of a run. A post read twice counts once, with its most significant outcome.</summary>
internal sealed class ImportTally(ImportRun run)
{
    private readonly OutcomeTable outcomes = new();
    private readonly HashSet<Guid> families = [];
    private readonly List<ImportIssue> issues = [.. run.Issues];
    private readonly Dictionary<string, int> issueCounts = new(run.IssueCounts);
    private readonly Dictionary<Guid, ImportIssue?> missing = [];

    /// <summary>The run's id.</summary>
    public Guid RunId => run.Id;

    /// <summary>The counts so far.</summary>
    public ImportCounts Counts { get; private set; } = run.Counts;

    /// <summary>True if no file contained a list of items, not even of invalid ones.</summary>
    public bool NothingWasReadable => issueCounts.Count > 0 && issueCounts.Keys.All(IssueCode.IsFileLevel);

    /// <summary>Adds an issue. The first ones are stored, all are counted.</summary>
    public void Add(ImportIssue issue)
    {
        if (issues.Count < ImportRun.MaxStoredIssues) issues.Add(issue.ToStorable());
        issueCounts[issue.Code] = issueCounts.GetValueOrDefault(issue.Code) + 1;
        if (issue.Rejected) Counts = Counts with { Rejected = Counts.Rejected + 1 };
    }

    /// <summary>
    /// Adds the issue of a missing parent once, unless the run has read the parent. Removes it if the run reads the parent later.
    /// </summary>
    public void AddMissingParent(Guid parent, ImportIssue issue)
    {
        // Beyond the maximum of stored issues, only the id is remembered.
        if (!Contains(parent) && missing.TryAdd(parent, issues.Count < ImportRun.MaxStoredIssues ? issue.ToStorable() : null)) Add(issue);
    }

    /// <summary>Adds the outcome of a post, and its family.</summary>
    public void Add(Guid id, MediaKind kind, PostOutcome outcome, Guid family)
    {
        if (missing.Remove(id, out var issue)) RemoveParentIssue(issue);
        if (families.Add(family)) Counts = Counts with { Families = Counts.Families + 1 };
        var previous = outcomes[id];
        if (previous >= outcome) return;
        outcomes.Set(id, outcome);
        Counts = previous is null ? AddToCount(Counts, outcome, 1) with
        {
            Posts = Counts.Posts + 1,
            Images = Counts.Images + (kind == MediaKind.Image ? 1 : 0),
            Videos = Counts.Videos + (kind == MediaKind.Video ? 1 : 0),
            Roots = Counts.Roots + (id == family ? 1 : 0),
            NewRoots = Counts.NewRoots + (id == family && outcome == PostOutcome.New ? 1 : 0),
        }
        : AddToCount(AddToCount(Counts, previous.Value, -1), outcome, 1);
    }

    /// <summary>True if the run has already read the post.</summary>
    public bool Contains(Guid id) => outcomes[id] is not null;

    /// <summary>Uncounts a family that turned out to be part of another.</summary>
    public void RemoveFamily(Guid rootId)
    {
        if (families.Remove(rootId)) Counts = Counts with { Families = Counts.Families - 1 };
    }

    /// <summary>Adds posts that an earlier attempt at this run has already counted.</summary>
    public void AddAlreadyCounted(IEnumerable<CountedPost> posts)
    {
        foreach (var post in posts)
        {
            outcomes.Set(post.Id, PostOutcome.New);
            families.Add(post.RootId);
        }
    }

    /// <summary>Returns the run with the counts and issues.</summary>
    public ImportRun ApplyTo(ImportRun state) =>
        state with { Counts = Counts, Issues = [.. issues], IssueCounts = new Dictionary<string, int>(issueCounts) };

    private void RemoveParentIssue(ImportIssue? issue)
    {
        if (issue is not null) issues.Remove(issue);
        if (--issueCounts[IssueCode.ParentMissing] == 0) issueCounts.Remove(IssueCode.ParentMissing);
    }

    private static ImportCounts AddToCount(ImportCounts counts, PostOutcome outcome, int delta) => outcome switch
    {
        PostOutcome.New => counts with { New = counts.New + delta },
        PostOutcome.Changed => counts with { Changed = counts.Changed + delta },
        PostOutcome.Trashed => counts with { Trashed = counts.Trashed + delta },
        _ => counts with { Unchanged = counts.Unchanged + delta },
    };
}
