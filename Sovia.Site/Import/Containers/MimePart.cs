namespace Sovia.Import.Containers;

/// <summary>One part of a saved page.</summary>
/// <param name="Type">Its MIME type in lower case.</param>
/// <param name="Location">Its address, where it has one.</param>
/// <param name="Bytes">Its content, with the encoding of mail taken off.</param>
/// <param name="IsTruncated">True where the file ended in it.</param>
internal sealed record MimePart(string Type, string? Location, byte[] Bytes, bool IsTruncated)
{
    /// <summary>True for markup and scripts, in which addresses of posts may stand.</summary>
    public bool IsText =>
        Type is "" || Type.StartsWith("text/", StringComparison.Ordinal) && Type is not "text/css" || Type is "application/xhtml+xml"
        or "application/json" or "application/xml";
}
