using System.Buffers;
using System.Globalization;

namespace Sovia.Downloads.Lists;

/// <summary>
/// A table for spreadsheets and scripts: RFC 4180, with the byte order mark that Excel needs to detect UTF-8. Has no comments, because CSV
/// has no syntax for them and the columns are self-explanatory.
/// </summary>
public sealed class CsvList : IDownloadListFormat
{
    private static readonly SearchValues<char> SpecialChars = SearchValues.Create(",\"\r\n");

    /// <inheritdoc/>
    public string Name => "csv";

    /// <inheritdoc/>
    public string Extension => ".csv";

    /// <inheritdoc/>
    public string ContentType => "text/csv; charset=utf-8; header=present";

    /// <inheritdoc/>
    public bool HasByteOrderMark => true;

    /// <inheritdoc/>
    public void WriteHeader(TextWriter writer, HostAccess access) =>
        WriteRow(writer, "post_id", "role", "url", "host", "access", "needs", "target", "mime", "size");

    /// <inheritdoc/>
    public void WriteFile(TextWriter writer, MissingFile missingFile) => WriteRow(writer,
        missingFile.PostId.ToString(), EnumNames.Format(missingFile.Role), missingFile.Url, missingFile.Host,
        EnumNames.Format(missingFile.Access),
        missingFile.Access == HostAccess.Cookie ? $"cookies of grok.com and the header Referer: {MediaHosts.Referer}" : "nothing",
        missingFile.Target, missingFile.Mime ?? "", missingFile.Size?.ToString(CultureInfo.InvariantCulture) ?? "");

    private static void WriteRow(TextWriter writer, params IEnumerable<string> values) =>
        writer.Write($"{string.Join(',', values.Select(Escape))}\r\n");

    // No protection against formula injection is needed, because URLs begin with https and paths with https_.
    private static string Escape(string value) => value.AsSpan().ContainsAny(SpecialChars) ? $"\"{value.Replace("\"", "\"\"")}\"" : value;
}
