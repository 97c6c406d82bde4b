namespace Sovia.MediaFiles.Pictures;

/// <summary>A file, or a variant of it, that cannot be shown. The message says why, in words for the user.</summary>
public sealed class UnshowableException(string reason, Exception? inner = null) : Exception(reason, inner);
