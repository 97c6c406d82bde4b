namespace Sovia.Import.Previews;

/// <summary>How many posts of a hand-over an account made.</summary>
/// <param name="Id">The account; null for posts that name none.</param>
/// <param name="Posts">How many.</param>
/// <param name="Others">True where these are several accounts that are not named.</param>
public sealed record PreviewOwner(Guid? Id, int Posts, bool Others = false);
