namespace Sovia.Similarity;

/// <summary>A family as it is compared with others.</summary>
/// <param name="Facts">What is known of it beside its texts.</param>
/// <param name="Terms">What its prompts say: the hash of each term, as often as it comes.</param>
public sealed record FamilyTerms(FamilyFacts Facts, ulong[] Terms);
