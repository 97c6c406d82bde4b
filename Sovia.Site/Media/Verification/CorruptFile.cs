namespace Sovia.Media.Verification;

/// <summary>A file that is not what it was.</summary>
/// <param name="Path">Its absolute path.</param>
/// <param name="Sha256">What its bytes were, by their SHA-256 in lower-case hex.</param>
/// <param name="Fault">What became of it.</param>
/// <param name="Reason">The same in words for the user.</param>
public sealed record CorruptFile(string Path, string Sha256, FileFault Fault, string Reason);
