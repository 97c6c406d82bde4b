using System.Globalization;
using System.Text;

namespace Sovia.MediaFiles.Downloads.Lists;

/// <summary>Writes a download list while its files are found, so that a list of any length takes the memory of one stretch.</summary>
public sealed class WriteList(FindWanted find)
{
    /// <summary>Writes the whole list.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="format">In which form.</param>
    /// <param name="request">What it is to name.</param>
    /// <param name="ct">Cancels; what was written stays.</param>
    public async Task ToAsync(Stream stream, IListFormat format, WantedRequest request, CancellationToken ct)
    {
        if (format.HasByteOrderMark) await stream.WriteAsync(Encoding.UTF8.Preamble.ToArray(), ct);
        await using var text = new StringWriter(CultureInfo.InvariantCulture);
        var isFirst = true;
        format.Begin(text, request.Access);
        await foreach (var stretch in find.StretchesAsync(request, ct))
        {
            foreach (var wanted in stretch)
            {
                if (!isFirst) text.Write(format.Between);
                isFirst = false;
                format.Add(text, wanted);
            }
            await SendAsync(text, stream, ct);
        }
        format.Finish(text);
        await SendAsync(text, stream, ct);
    }

    private static async Task SendAsync(StringWriter text, Stream stream, CancellationToken ct)
    {
        var written = text.GetStringBuilder();
        await stream.WriteAsync(Encoding.UTF8.GetBytes(written.ToString()), ct);
        written.Clear();
    }
}
