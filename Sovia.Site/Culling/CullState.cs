namespace Sovia.Culling;

/// <summary>The current state of a cull.</summary>
/// <param name="Steps">Its steps, oldest first.</param>
public sealed record CullState(IReadOnlyList<CullStep> Steps)
{
    private readonly Dictionary<Guid, CullVerdict> verdicts = GetLatestVerdicts(Steps);

    /// <summary>Returns the verdict on a post.</summary>
    public CullVerdict GetVerdict(Guid post) => verdicts.GetValueOrDefault(post);

    /// <summary>IDs of the picked posts.</summary>
    public IReadOnlyList<Guid> Picks => [.. FindByVerdict(CullVerdict.Pick)];

    /// <summary>IDs of the rejected posts.</summary>
    public IReadOnlyList<Guid> Rejects => [.. FindByVerdict(CullVerdict.Reject)];

    private IEnumerable<Guid> FindByVerdict(CullVerdict verdict) => verdicts.Where(pair => pair.Value == verdict).Select(pair => pair.Key);

    private static Dictionary<Guid, CullVerdict> GetLatestVerdicts(IReadOnlyList<CullStep> steps)
    {
        var latest = new Dictionary<Guid, CullVerdict>();
        foreach (var (post, verdict) in steps.SelectMany(step => step.Verdicts)) latest[post] = verdict;
        return latest;
    }
}
