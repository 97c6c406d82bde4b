namespace Sovia.Culling;

/// <summary>A cull as it stands.</summary>
/// <param name="Steps">Its steps, the first one first.</param>
public sealed record CullState(IReadOnlyList<CullStep> Steps)
{
    private readonly Dictionary<Guid, Verdict> verdicts = Latest(Steps);

    /// <summary>What was decided about a post.</summary>
    public Verdict Of(Guid post) => verdicts.GetValueOrDefault(post);

    /// <summary>The posts that were picked.</summary>
    public IReadOnlyList<Guid> Picks => [.. With(Verdict.Pick)];

    /// <summary>The posts that were rejected.</summary>
    public IReadOnlyList<Guid> Rejects => [.. With(Verdict.Reject)];

    private IEnumerable<Guid> With(Verdict verdict) => verdicts.Where(pair => pair.Value == verdict).Select(pair => pair.Key);

    private static Dictionary<Guid, Verdict> Latest(IReadOnlyList<CullStep> steps)
    {
        var latest = new Dictionary<Guid, Verdict>();
        foreach (var (post, verdict) in steps.SelectMany(step => step.Verdicts)) latest[post] = verdict;
        return latest;
    }
}
