namespace Sovia.Pages.Duplicates;

/// <summary>What looks like a picture.</summary>
/// <param name="Compared">With how many images it was compared.</param>
/// <param name="Found">The nearest first.</param>
public sealed record LookupView(int Compared, IReadOnlyList<MemberView> Found);
