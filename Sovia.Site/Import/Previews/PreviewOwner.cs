namespace Sovia.Import.Previews;

/// <summary>How many posts of a hand-over an account made.</summary>
/// <param name="Id">The account; null for posts that name none.</param>
/// <param name="Posts">How many.</param>
/// <param name="Others">True where these are several accounts that are not named.</param>
public sealed record PreviewOwner(Guid? Id, int Posts, bool Others = false)
{
    /// <summary>Returns the account that made most of the posts; null if none is known.</summary>
    public static Guid? GetMain(IReadOnlyList<PreviewOwner> owners) => owners.FirstOrDefault(owner => owner.Id is not null)?.Id;

    /// <summary>Returns the number of posts by other accounts than the main one. Posts of unknown owner don't count.</summary>
    public static int GetOthers(IReadOnlyList<PreviewOwner> owners) =>
        owners.Where(owner => owner.Id is not null || owner.Others).Skip(1).Sum(owner => owner.Posts);
}
