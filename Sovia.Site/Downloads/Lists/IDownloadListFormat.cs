namespace Sovia.Downloads.Lists;

/// <summary>A download list format. Implementations escape everything they write, because URLs and paths are untrusted.</summary>
public interface IDownloadListFormat
{
    /// <summary>The format's name in URLs, such as <c>aria2</c>.</summary>
    string Name { get; }

    /// <summary>The file extension, with its dot.</summary>
    string Extension { get; }

    /// <summary>The Content-Type of the response.</summary>
    string ContentType { get; }

    /// <summary>Whether the consuming program needs a byte order mark to detect UTF-8.</summary>
    bool HasByteOrderMark => false;

    /// <summary>The separator between two files.</summary>
    string Separator => "";

    /// <summary>Writes the text before the first file.</summary>
    void WriteHeader(TextWriter writer, HostAccess access);

    /// <summary>Writes one file.</summary>
    void WriteFile(TextWriter writer, MissingFile missingFile);

    /// <summary>Writes the text after the last file.</summary>
    void WriteFooter(TextWriter writer)
    {
    }
}
