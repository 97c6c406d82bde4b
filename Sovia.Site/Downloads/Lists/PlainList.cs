namespace Sovia.Downloads.Lists;

/// <summary>One address a line, for any download manager. Says nothing of where files belong.</summary>
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

    // An address is ASCII without space or control character.
    /// <inheritdoc/>
    public void WriteFile(TextWriter writer, MissingFile missingFile) => writer.Write($"{missingFile.Url}\n");
}
