namespace Sovia.Downloads.Lists;

/// <summary>A configuration file for <c>curl --config</c>.</summary>
public sealed class CurlConfig : IDownloadListFormat
{
    /// <inheritdoc/>
    public string Name => "curl";

    /// <inheritdoc/>
    public string Extension => ".curl.txt";

    /// <inheritdoc/>
    public string ContentType => "text/plain; charset=utf-8";

    /// <inheritdoc/>
    public void WriteHeader(TextWriter writer, HostAccess access)
    {
        ListComments.WriteComments(writer, "#",
        [
            .. ListComments.Describe(access),
            "In your media folder, run",
            $"  curl{(access == HostAccess.Cookie ? " --cookie cookies.txt" : "")} --config THIS_FILE",
            "You can stop and rerun it at any time. Complete files then return 416, which is harmless.",
        ]);
        writer.Write(
            "fail\nlocation\ncreate-dirs\ngloboff\ncontinue-at = -\nretry = 5\nconnect-timeout = 30\nspeed-limit = 1000\nspeed-time = 60\n");
        if (access == HostAccess.Cookie) writer.Write($"referer = \"{MediaHosts.Referer}\"\n");
    }

    /// <inheritdoc/>
    public void WriteFile(TextWriter writer, MissingFile missingFile) =>
        writer.Write($"\nurl = {Quote(missingFile.Url)}\noutput = {Quote(missingFile.Target)}\n");

    // Inside double quotes curl recognises only these escapes and takes everything else literally.
    private static string Quote(string value) =>
        $"\"{value.Replace(@"\", @"\\").Replace("\"", "\\\"").Replace("\n", "\\n").Replace("\r", "\\r").Replace("\t", "\\t").Replace("\v", "\\v")}\"";
}
