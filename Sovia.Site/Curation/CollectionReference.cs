namespace Sovia.Curation;

/// <summary>A collection to add posts to or to remove them from.</summary>
/// <param name="Id">The ID.</param>
/// <param name="Name">The name at the time of the change, for the batch's description.</param>
public sealed record CollectionReference(Guid Id, string Name);
