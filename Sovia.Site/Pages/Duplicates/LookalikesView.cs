namespace Sovia.Pages.Duplicates;

/// <summary>The results of a search by image.</summary>
/// <param name="ComparedCount">The number of images compared.</param>
/// <param name="Matches">The matches, nearest first.</param>
public sealed record LookalikesView(int ComparedCount, IReadOnlyList<DuplicateMemberView> Matches);
