namespace Sovia.Culling;

/// <summary>The current state of a cull.</summary>
/// <param name="Steps">Its steps, oldest first.</param>
public sealed record CullState(IReadOnlyList<CullStep> Steps)
{
    private readonly Dictionary<Guid, CullVerdict> verdicts = Latest(Steps);

    /// <summary>Returns the verdict on a post.</summary>
    public CullVerdict GetVerdict(Guid post) => verdicts.GetValueOrDefault(post);

    /// <summary>IDs of the picked posts.</summary>
    public IReadOnlyList<Guid> Picks => [.. With(CullVerdict.Pick)];

    /// <summary>IDs of the rejected posts.</summary>
    public IReadOnlyList<Guid> Rejects => [.. With(CullVerdict.Reject)];

    private IEnumerable<Guid> With(CullVerdict cullVerdict) => verdicts.Where(pair => pair.Value == cullVerdict).Select(pair => pair.Key);

    private static Dictionary<Guid, CullVerdict> Latest(IReadOnlyList<CullStep> steps)
    {
        var latest = new Dictionary<Guid, CullVerdict>();
        foreach (var (post, cullVerdict) in steps.SelectMany(step => step.Verdicts)) latest[post] = cullVerdict;
        return latest;
    }
}
