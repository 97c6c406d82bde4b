namespace Sovia.Duplicates.Hashes;

/// <summary>A file that was looked at, with its fingerprint where one could be made.</summary>
public sealed record HashedFile(UnhashedFile File, HashState State, Fingerprint Fingerprint);
