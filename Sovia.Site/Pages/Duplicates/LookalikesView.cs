namespace Sovia.Pages.Duplicates;

/// <summary>What looks like a picture.</summary>
/// <param name="ComparedCount">With how many images it was compared.</param>
/// <param name="Matches">The nearest first.</param>
public sealed record LookalikesView(int ComparedCount, IReadOnlyList<DuplicateMemberView> Matches);
