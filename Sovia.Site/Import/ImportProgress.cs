namespace Sovia.Import;

/// <summary>How far a run has been written: saved in one transaction with the posts, so that neither is ahead of the other.</summary>
/// <param name="Files">Files that are done.</param>
/// <param name="Items">Items of the file after those that are done.</param>
public sealed record ImportProgress(int Files, int Items);
