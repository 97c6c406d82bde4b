namespace Sovia.Similarity;

/// <summary>Finds families whose images look like those of a family.</summary>
public interface IFindLookalikes
{
    /// <summary>Returns the families that look similar, nearest first; none if the family has no image or video file to compare.</summary>
    /// <param name="root">ID of the family in the current library.</param>
    /// <param name="count">The maximum number of results.</param>
    /// <param name="ct">Cancels.</param>
    Task<IReadOnlyList<LookalikeFamily>> FindFamiliesAsync(Guid root, int count, CancellationToken ct);
}
