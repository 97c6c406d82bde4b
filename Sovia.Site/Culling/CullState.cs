namespace Sovia.Culling;

/// <summary>A cull as it stands.</summary>
/// <param name="Steps">Its steps, the first one first.</param>
public sealed record CullState(IReadOnlyList<CullStep> Steps)
{
    private readonly Dictionary<Guid, CullVerdict> verdicts = Latest(Steps);

    /// <summary>What was decided about a post.</summary>
    public CullVerdict GetVerdict(Guid post) => verdicts.GetValueOrDefault(post);

    /// <summary>The posts that were picked.</summary>
    public IReadOnlyList<Guid> Picks => [.. With(CullVerdict.Pick)];

    /// <summary>The posts that were rejected.</summary>
    public IReadOnlyList<Guid> Rejects => [.. With(CullVerdict.Reject)];

    private IEnumerable<Guid> With(CullVerdict cullVerdict) => verdicts.Where(pair => pair.Value == cullVerdict).Select(pair => pair.Key);

    private static Dictionary<Guid, CullVerdict> Latest(IReadOnlyList<CullStep> steps)
    {
        var latest = new Dictionary<Guid, CullVerdict>();
        foreach (var (post, cullVerdict) in steps.SelectMany(step => step.Verdicts)) latest[post] = cullVerdict;
        return latest;
    }
}
