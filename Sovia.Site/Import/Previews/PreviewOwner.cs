namespace Sovia.Import.Previews;

/// <summary>The number of posts in an import that were made by one account.</summary>
/// <param name="Id">The account; null for posts without one.</param>
/// <param name="Posts">The number of posts.</param>
/// <param name="Others">True if the entry combines several accounts that are not listed individually.</param>
public sealed record PreviewOwner(Guid? Id, int Posts, bool Others = false)
{
    /// <summary>Returns the account that made most of the posts; null if none is known.</summary>
    public static Guid? GetMain(IReadOnlyList<PreviewOwner> owners) => owners.FirstOrDefault(owner => owner.Id is not null)?.Id;

    /// <summary>Returns the number of posts by other accounts than the main one. Posts of unknown owner don't count.</summary>
    public static int GetOthers(IReadOnlyList<PreviewOwner> owners) =>
        owners.Where(owner => owner.Id is not null || owner.Others).Skip(1).Sum(owner => owner.Posts);
}
