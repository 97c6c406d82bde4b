namespace Sovia.Media.Verification;

/// <summary>A file that failed verification.</summary>
/// <param name="Path">Absolute path of the file.</param>
/// <param name="Sha256">The recorded SHA-256 of its content, in lower-case hex.</param>
/// <param name="Fault">The kind of fault.</param>
/// <param name="Reason">The fault as a message for the user.</param>
public sealed record FaultyFile(string Path, string Sha256, FileFault Fault, string Reason);
