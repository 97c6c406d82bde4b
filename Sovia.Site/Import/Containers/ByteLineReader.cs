namespace Sovia.Import.Containers;

/// <summary>Reads a file line by line as bytes, with any kind of line break. Returns very long lines in pieces.</summary>
internal sealed class ByteLineReader(Stream content)
{
    private readonly byte[] buffer = new byte[256 * 1024];
    private int start;
    private int end;
    private bool atEnd;

    /// <summary>Reads the next line without its line break; returns false if there is none.</summary>
    public bool TryReadLine(out ReadOnlySpan<byte> line)
    {
        while (true)
        {
            var unread = buffer.AsSpan(start, end - start);
            var lineBreak = unread.IndexOf((byte)'\n');
            if (lineBreak >= 0 || unread.Length == buffer.Length || (atEnd && unread.Length > 0))
            {
                line = lineBreak >= 0 ? unread[..lineBreak] : unread;
                start += lineBreak >= 0 ? lineBreak + 1 : unread.Length;
                if (line is [.., (byte)'\r']) line = line[..^1];
                return true;
            }
            line = default;
            if (atEnd) return false;
            unread.CopyTo(buffer);
            (start, end) = (0, unread.Length);
            var read = content.Read(buffer.AsSpan(end));
            end += read;
            atEnd = read == 0;
        }
    }
}
