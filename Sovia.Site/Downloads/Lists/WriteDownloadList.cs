using System.Globalization;
using System.Text;
using Sovia.Library.Browsing;

namespace Sovia.Downloads.Lists;

/// <summary>
/// Streams a download list while its files are found, so that memory is bounded by one batch for a list of any length. Leaves out the items
/// that the user hides by a search.
/// </summary>
public sealed class WriteDownloadList(FindMissingFiles find, FindHideFilterMatches hidden)
{
    /// <summary>Writes the whole list.</summary>
    /// <param name="stream">The output.</param>
    /// <param name="format">The format.</param>
    /// <param name="request">Selects the files.</param>
    /// <param name="ct">Cancels; output already written stays.</param>
    public async Task RunAsync(Stream stream, IDownloadListFormat format, DownloadRequest request, CancellationToken ct)
    {
        if (format.HasByteOrderMark) await stream.WriteAsync(Encoding.UTF8.Preamble.ToArray(), ct);
        await using var writer = new StringWriter(CultureInfo.InvariantCulture);
        var isFirst = true;
        format.WriteHeader(writer, request.Access);
        await foreach (var batch in find.ReadBatchesAsync(request, ct))
        {
            var hiddenPosts = await hidden.FindPostsAsync([.. batch.Select(file => file.PostId).Distinct()], ct);
            foreach (var missingFile in batch.Where(file => !hiddenPosts.Contains(file.PostId)))
            {
                if (!isFirst) writer.Write(format.Separator);
                isFirst = false;
                format.WriteFile(writer, missingFile);
            }
            await FlushAsync(writer, stream, ct);
        }
        format.WriteFooter(writer);
        await FlushAsync(writer, stream, ct);
    }

    private static async Task FlushAsync(StringWriter writer, Stream stream, CancellationToken ct)
    {
        var buffer = writer.GetStringBuilder();
        await stream.WriteAsync(Encoding.UTF8.GetBytes(buffer.ToString()), ct);
        buffer.Clear();
    }
}
