using System.Text;

namespace Sovia.Import.Containers;

/// <summary>
/// Splits an MHTML file into its parts: header lines, an empty line, and content up to the boundary. Multiparts may be nested.
/// </summary>
/// <param name="content">The file.</param>
/// <param name="most">The maximum size of a part in bytes; the rest is dropped.</param>
internal sealed class MimePartReader(Stream content, int most)
{
    // Boundaries of the enclosing multiparts, the outermost first.
    private readonly List<string> boundaries = [];
    private readonly ByteLineReader lines = new(content);

    private enum PartEnd
    {
        FileEnd,
        NextPart,
        LastPart,
    }

    /// <summary>True if the file ended before its last part did; valid once all parts have been read.</summary>
    public bool IsTruncated { get; private set; }

    /// <summary>Reads the parts in order.</summary>
    public IEnumerable<MimePart> ReadParts()
    {
        var partEnd = PartEnd.NextPart;
        while (partEnd == PartEnd.NextPart && ReadHeaders() is { } header)
        {
            if (header.Type.StartsWith("multipart/", StringComparison.Ordinal) && header.Boundary is { } boundary)
            {
                boundaries.Add(boundary);
                // Skips the preamble, which is for mail programs without MIME support.
                partEnd = ReadBody(null);
                continue;
            }
            var body = new MimeBodyDecoder(header.Encoding, most);
            partEnd = ReadBody(body);
            IsTruncated = partEnd == PartEnd.FileEnd && boundaries.Count > 0;
            yield return new(header.Type, header.Location, body.GetBytes(), IsTruncated || body.IsTruncated);
        }
        IsTruncated |= partEnd != PartEnd.LastPart && boundaries.Count > 0;
    }

    private MimeHeaders? ReadHeaders()
    {
        var header = new MimeHeaders();
        var (hasHeaderLine, isFirstPart) = (false, boundaries.Count == 0);
        while (lines.TryReadLine(out var line))
        {
            if (!line.IsEmpty) header.AddLine(line);
            else if (hasHeaderLine || !isFirstPart) return header;
            hasHeaderLine |= !line.IsEmpty;
        }
        return hasHeaderLine ? header : null;
    }

    private PartEnd ReadBody(MimeBodyDecoder? body)
    {
        while (lines.TryReadLine(out var line))
        {
            if (FindBoundary(line) is not (var level and >= 0, var isLastPart)) body?.Append(line);
            else if (!isLastPart)
            {
                boundaries.RemoveRange(level + 1, boundaries.Count - level - 1);
                return PartEnd.NextPart;
            }
            else if (level == 0) return PartEnd.LastPart;
            else
            {
                // Text after the last part of a nested multipart belongs to no part.
                boundaries.RemoveRange(level, boundaries.Count - level);
                body = null;
            }
        }
        return PartEnd.FileEnd;
    }

    private (int At, bool IsLast) FindBoundary(ReadOnlySpan<byte> line)
    {
        if (!line.StartsWith("--"u8) || line.Length > 300) return (-1, false);
        var text = Encoding.UTF8.GetString(line[2..]).TrimEnd();
        return boundaries.IndexOf(text) is >= 0 and var level ? (level, false)
            : text.EndsWith("--", StringComparison.Ordinal) ? (boundaries.IndexOf(text[..^2]), true) : (-1, false);
    }
}
