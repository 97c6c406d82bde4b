using System.Text;

namespace Sovia.Import.Containers;

/// <summary>
/// Takes a saved page apart: lines of headers, an empty line, content up to the line between the parts; compounds may lie in compounds.
/// </summary>
/// <param name="content">The file.</param>
/// <param name="most">Of longer parts the rest is left out.</param>
internal sealed class MimePartReader(Stream content, int most)
{
    // The outermost first.
    private readonly List<string> boundaries = [];
    private readonly ByteLineReader lines = new(content);

    private enum PartEnd
    {
        FileEnd,
        NextPart,
        LastPart,
    }

    /// <summary>True where the file ended before its last part did; known when all parts have been read.</summary>
    public bool IsTruncated { get; private set; }

    /// <summary>The parts, one after the other.</summary>
    public IEnumerable<MimePart> ReadParts()
    {
        var partEnd = PartEnd.NextPart;
        while (partEnd == PartEnd.NextPart && ReadHeaders() is { } header)
        {
            if (header.Type.StartsWith("multipart/", StringComparison.Ordinal) && header.Boundary is { } boundary)
            {
                boundaries.Add(boundary);
                // What stands before the first part is for mail programs that know no parts.
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
        var (hasAny, isFirst) = (false, boundaries.Count == 0);
        while (lines.TryReadLine(out var line))
        {
            if (!line.IsEmpty) header.AddLine(line);
            else if (hasAny || !isFirst) return header;
            hasAny |= !line.IsEmpty;
        }
        return hasAny ? header : null;
    }

    private PartEnd ReadBody(MimeBodyDecoder? body)
    {
        while (lines.TryReadLine(out var line))
        {
            if (FindBoundary(line) is not (var at and >= 0, var isLast)) body?.Append(line);
            else if (!isLast)
            {
                boundaries.RemoveRange(at + 1, boundaries.Count - at - 1);
                return PartEnd.NextPart;
            }
            else if (at == 0) return PartEnd.LastPart;
            else
            {
                // What stands behind the last part of a compound in a compound is nobody's.
                boundaries.RemoveRange(at, boundaries.Count - at);
                body = null;
            }
        }
        return PartEnd.FileEnd;
    }

    private (int At, bool IsLast) FindBoundary(ReadOnlySpan<byte> line)
    {
        if (!line.StartsWith("--"u8) || line.Length > 300) return (-1, false);
        var text = Encoding.UTF8.GetString(line[2..]).TrimEnd();
        return boundaries.IndexOf(text) is >= 0 and var at ? (at, false)
            : text.EndsWith("--", StringComparison.Ordinal) ? (boundaries.IndexOf(text[..^2]), true) : (-1, false);
    }
}
