using Sovia.Duplicates.Hashes;

namespace Sovia.Duplicates.Groups;

/// <summary>A post that lists show, with a content of it and what that looks like.</summary>
/// <param name="Post">The post.</param>
/// <param name="Root">Its family.</param>
/// <param name="Content">SHA-256 of the bytes, lower-case hex.</param>
/// <param name="TimeKey">The key by which lists sort it; the smaller, the newer.</param>
/// <param name="Fingerprint">What it looks like.</param>
public readonly record struct HashedPost(Guid Post, Guid Root, string Content, long TimeKey, Fingerprint Fingerprint);
