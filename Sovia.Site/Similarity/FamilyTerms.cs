namespace Sovia.Similarity;

/// <summary>A family in the form in which it is compared with others.</summary>
/// <param name="Facts">The properties other than texts.</param>
/// <param name="Terms">The hashes of the terms in the family's prompts, repeated for each occurrence.</param>
public sealed record FamilyTerms(FamilyFacts Facts, ulong[] Terms);
