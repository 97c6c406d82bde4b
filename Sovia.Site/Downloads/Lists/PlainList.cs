namespace Sovia.Downloads.Lists;

/// <summary>One URL per line, for any download manager. Does not include target paths.</summary>
public sealed class PlainList : IDownloadListFormat
{
    /// <inheritdoc/>
    public string Name => "urls";

    /// <inheritdoc/>
    public string Extension => ".txt";

    /// <inheritdoc/>
    public string ContentType => "text/plain; charset=utf-8";

    /// <inheritdoc/>
    public void WriteHeader(TextWriter writer, HostAccess access) => ListComments.WriteComments(writer, "#",
    [
        .. ListComments.Describe(access),
        "To be recognised, each file belongs in a media folder under https_/, its host and its path.",
    ]);

    // Needs no escaping, because a URL is ASCII without spaces or control characters.
    /// <inheritdoc/>
    public void WriteFile(TextWriter writer, MissingFile missingFile) => writer.Write($"{missingFile.Url}\n");
}
