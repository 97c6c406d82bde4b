namespace Sovia.Downloads.Lists;

/// <summary>A POSIX shell script around wget.</summary>
public sealed class WgetScript : IDownloadListFormat
{
    /// <inheritdoc/>
    public string Name => "wget";

    /// <inheritdoc/>
    public string Extension => ".sh";

    /// <inheritdoc/>
    public string ContentType => "text/x-shellscript; charset=utf-8";

    /// <inheritdoc/>
    public void WriteHeader(TextWriter writer, HostAccess access)
    {
        writer.Write("#!/bin/sh\n");
        ListComments.WriteComments(writer, "#", [.. ListComments.Describe(access),
            "Usage: sh THIS_FILE [MEDIA_ROOT]. You can stop and rerun it at any time."]);
        // Renames each file only once it is complete, so that an existing file name means the download is done.
        writer.Write($$"""
            set -u
            {{(access == HostAccess.Cookie ? "cookies=$(cd -- \"$(dirname -- \"$0\")\" && pwd)/cookies.txt\n" : "")}}cd -- "${1:-.}" || exit 1
            failed=0
            get() {
              [ -s "$2" ] && return
              mkdir -p -- "$(dirname -- "$2")"
              if wget --no-verbose --continue --tries=5 --waitretry=30 --timeout=60{{(access == HostAccess.Cookie ? $" --load-cookies \"$cookies\" --referer={MediaHosts.Referer}" : "")}} -O "$2.part" -- "$1"
              then mv -- "$2.part" "$2"
              else failed=$((failed + 1)); [ -s "$2.part" ] || rm -f -- "$2.part"
              fi
            }

            """.ReplaceLineEndings("\n"));
    }

    /// <inheritdoc/>
    public void WriteFile(TextWriter writer, MissingFile missingFile) =>
        writer.Write($"get {Quote(missingFile.Url)} {Quote(missingFile.Target)}\n");

    /// <inheritdoc/>
    public void WriteFooter(TextWriter writer) =>
        writer.Write("[ \"$failed\" -eq 0 ] || { echo \"$failed could not be downloaded\" >&2; exit 1; }\n");

    // Inside single quotes a shell takes everything literally except the single quote.
    private static string Quote(string value) => $"'{value.Replace("'", @"'\''")}'";
}
