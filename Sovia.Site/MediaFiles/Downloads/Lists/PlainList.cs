namespace Sovia.MediaFiles.Downloads.Lists;

/// <summary>One address a line, for any download manager. Says nothing of where files belong.</summary>
public sealed class PlainList : IListFormat
{
    /// <inheritdoc/>
    public string Name => "urls";

    /// <inheritdoc/>
    public string Extension => ".txt";

    /// <inheritdoc/>
    public string ContentType => "text/plain; charset=utf-8";

    /// <inheritdoc/>
    public void Begin(TextWriter writer, HostAccess access) => ListWords.Comment(writer, "#",
    [
        .. ListWords.About(access),
        "To be recognised, each file belongs in a media folder under https_/, its host and its path.",
    ]);

    // An address is ASCII without space or control character.
    /// <inheritdoc/>
    public void Add(TextWriter writer, Wanted wanted) => writer.Write($"{wanted.Url}\n");
}
