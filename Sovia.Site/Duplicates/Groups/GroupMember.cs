namespace Sovia.Duplicates.Groups;

/// <summary>A post in a group of near duplicates.</summary>
/// <param name="Post">The post.</param>
/// <param name="Content">SHA-256 of its file.</param>
/// <param name="Distance">Hamming distance to the group's medoid; 0 for the medoid itself.</param>
public readonly record struct GroupMember(Guid Post, string Content, int Distance);
