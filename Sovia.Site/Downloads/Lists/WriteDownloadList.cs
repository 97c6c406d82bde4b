using System.Globalization;
using System.Text;

namespace Sovia.Downloads.Lists;

/// <summary>Writes a download list while its files are found, so that a list of any length takes the memory of one stretch.</summary>
public sealed class WriteDownloadList(FindMissingFiles find)
{
    /// <summary>Writes the whole list.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="format">In which form.</param>
    /// <param name="request">What it is to name.</param>
    /// <param name="ct">Cancels; what was written stays.</param>
    public async Task RunAsync(Stream stream, IDownloadListFormat format, DownloadRequest request, CancellationToken ct)
    {
        if (format.HasByteOrderMark) await stream.WriteAsync(Encoding.UTF8.Preamble.ToArray(), ct);
        await using var text = new StringWriter(CultureInfo.InvariantCulture);
        var isFirst = true;
        format.WriteHeader(text, request.Access);
        await foreach (var stretch in find.ReadBatchesAsync(request, ct))
        {
            foreach (var missingFile in stretch)
            {
                if (!isFirst) text.Write(format.Separator);
                isFirst = false;
                format.WriteFile(text, missingFile);
            }
            await SendAsync(text, stream, ct);
        }
        format.WriteFooter(text);
        await SendAsync(text, stream, ct);
    }

    private static async Task SendAsync(StringWriter text, Stream stream, CancellationToken ct)
    {
        var written = text.GetStringBuilder();
        await stream.WriteAsync(Encoding.UTF8.GetBytes(written.ToString()), ct);
        written.Clear();
    }
}
