namespace Sovia.Duplicates.Hashes;

/// <summary>A processed file, with its fingerprint if it could be computed.</summary>
public sealed record HashedFile(UnhashedFile File, HashState State, Fingerprint Fingerprint);
