using System.Text;

namespace Sovia.Import.Containers;

/// <summary>Takes a saved page apart: lines of headers, an empty line, content up to the line between the parts; compounds may lie in compounds.</summary>
/// <param name="content">The file.</param>
/// <param name="most">Of longer parts the rest is left out.</param>
internal sealed class MimeParts(Stream content, int most)
{
    // The outermost first.
    private readonly List<string> boundaries = [];
    private readonly ByteLines lines = new(content);

    private enum Stop
    {
        FileEnd,
        NextPart,
        LastPart,
    }

    /// <summary>True where the file ended before its last part did; known when all parts have been read.</summary>
    public bool IsCut { get; private set; }

    /// <summary>The parts, one after the other.</summary>
    public IEnumerable<MimePart> All()
    {
        var stop = Stop.NextPart;
        while (stop == Stop.NextPart && HeaderOf() is { } header)
        {
            if (header.Type.StartsWith("multipart/", StringComparison.Ordinal) && header.Boundary is { } boundary)
            {
                boundaries.Add(boundary);
                // What stands before the first part is for mail programs that know no parts.
                stop = Pass(null);
                continue;
            }
            var body = new MimeBody(header.Encoding, most);
            stop = Pass(body);
            IsCut = stop == Stop.FileEnd && boundaries.Count > 0;
            yield return new(header.Type, header.Location, body.Done(), IsCut || body.IsCut);
        }
        IsCut |= stop != Stop.LastPart && boundaries.Count > 0;
    }

    private MimeHeader? HeaderOf()
    {
        var header = new MimeHeader();
        var (hasAny, isFirst) = (false, boundaries.Count == 0);
        while (lines.Next(out var line))
        {
            if (!line.IsEmpty) header.Add(line);
            else if (hasAny || !isFirst) return header;
            hasAny |= !line.IsEmpty;
        }
        return hasAny ? header : null;
    }

    private Stop Pass(MimeBody? body)
    {
        while (lines.Next(out var line))
        {
            if (BoundaryIn(line) is not (var at and >= 0, var isLast)) body?.Add(line);
            else if (!isLast)
            {
                boundaries.RemoveRange(at + 1, boundaries.Count - at - 1);
                return Stop.NextPart;
            }
            else if (at == 0) return Stop.LastPart;
            else
            {
                // What stands behind the last part of a compound in a compound is nobody's.
                boundaries.RemoveRange(at, boundaries.Count - at);
                body = null;
            }
        }
        return Stop.FileEnd;
    }

    private (int At, bool IsLast) BoundaryIn(ReadOnlySpan<byte> line)
    {
        if (!line.StartsWith("--"u8) || line.Length > 300) return (-1, false);
        var text = Encoding.UTF8.GetString(line[2..]).TrimEnd();
        return boundaries.IndexOf(text) is >= 0 and var at ? (at, false)
            : text.EndsWith("--", StringComparison.Ordinal) ? (boundaries.IndexOf(text[..^2]), true) : (-1, false);
    }
}
