namespace Sovia.Import.Containers;

/// <summary>One part of an MHTML file.</summary>
/// <param name="Type">The MIME type in lower case.</param>
/// <param name="Location">The URL of the part, if any.</param>
/// <param name="Bytes">The content, without its transfer encoding.</param>
/// <param name="IsTruncated">True if the content is incomplete.</param>
internal sealed record MimePart(string Type, string? Location, byte[] Bytes, bool IsTruncated)
{
    /// <summary>True for markup and scripts, which may contain URLs of posts.</summary>
    public bool IsText =>
        Type is "" || Type.StartsWith("text/", StringComparison.Ordinal) && Type is not "text/css" || Type is "application/xhtml+xml"
        or "application/json" or "application/xml";
}
