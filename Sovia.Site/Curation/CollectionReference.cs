namespace Sovia.Curation;

/// <summary>A collection that posts are put into or taken out of.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name at the time, for the text of the batch.</param>
public sealed record CollectionReference(Guid Id, string Name);
