using Sovia.Duplicates.Hashes;

namespace Sovia.Duplicates.Groups;

/// <summary>A listed post with the fingerprint of its file.</summary>
/// <param name="Post">The post.</param>
/// <param name="Root">ID of its family.</param>
/// <param name="Content">SHA-256 of the file, lower-case hex.</param>
/// <param name="TimeKey">The sort key in lists; smaller is newer.</param>
/// <param name="Fingerprint">The fingerprint.</param>
public readonly record struct HashedPost(Guid Post, Guid Root, string Content, long TimeKey, Fingerprint Fingerprint);
