namespace Sovia.Duplicates.Groups;

/// <summary>A post in a group of near duplicates.</summary>
/// <param name="Post">The post.</param>
/// <param name="Content">SHA-256 of its bytes.</param>
/// <param name="Distance">How far it is from the group's medoid, in bits of the hash; 0 for the medoid itself.</param>
public readonly record struct GroupMember(Guid Post, string Content, int Distance);
