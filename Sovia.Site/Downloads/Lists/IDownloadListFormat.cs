namespace Sovia.Downloads.Lists;

/// <summary>One form of download list. It escapes whatever it writes: addresses and paths come from outside.</summary>
public interface IDownloadListFormat
{
    /// <summary>What it is called in an address, <c>aria2</c>.</summary>
    string Name { get; }

    /// <summary>The ending of a file's name, with its dot.</summary>
    string Extension { get; }

    /// <summary>The media type to send it as.</summary>
    string ContentType { get; }

    /// <summary>Whether those who read it need the mark to see UTF-8.</summary>
    bool HasByteOrderMark => false;

    /// <summary>What stands between two files.</summary>
    string Separator => "";

    /// <summary>Writes what stands before the first file.</summary>
    void WriteHeader(TextWriter writer, HostAccess access);

    /// <summary>Writes one file.</summary>
    void WriteFile(TextWriter writer, MissingFile missingFile);

    /// <summary>Writes what stands after the last file.</summary>
    void WriteFooter(TextWriter writer)
    {
    }
}
