namespace Sovia.Downloads.Lists;

/// <summary>An input file for aria2, with the target path of each file.</summary>
public sealed class Aria2List : IDownloadListFormat
{
    /// <inheritdoc/>
    public string Name => "aria2";

    /// <inheritdoc/>
    public string Extension => ".aria2.txt";

    /// <inheritdoc/>
    public string ContentType => "text/plain; charset=utf-8";

    /// <inheritdoc/>
    public void WriteHeader(TextWriter writer, HostAccess access) => ListComments.WriteComments(writer, "#",
    [
        .. ListComments.Describe(access),
        "In your media folder, run",
        $"  aria2c -c -j 3 -x 1 --auto-file-renaming=false{(access == HostAccess.Cookie ? " --load-cookies=cookies.txt" : "")} -i THIS_FILE",
        "or name the media folder with -d. You can stop and rerun it at any time.",
    ]);

    // A line that begins with a space belongs to the URL above it, and a value extends to the end of its line.
    /// <inheritdoc/>
    public void WriteFile(TextWriter writer, MissingFile missingFile)
    {
        writer.Write($"{missingFile.Url}\n  out={missingFile.Target}\n");
        if (missingFile.Access == HostAccess.Cookie) writer.Write($"  referer={MediaHosts.Referer}\n");
    }
}
