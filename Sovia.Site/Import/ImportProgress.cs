namespace Sovia.Import;

/// <summary>The progress of a run, saved in one transaction with the posts so that the two never differ.</summary>
/// <param name="Files">Number of completed files.</param>
/// <param name="Items">Number of items written of the next file.</param>
public sealed record ImportProgress(int Files, int Items);
