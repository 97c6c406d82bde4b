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
            var rest = buffer.AsSpan(start, end - start);
            var at = rest.IndexOf((byte)'\n');
            if (at >= 0 || rest.Length == buffer.Length || (atEnd && rest.Length > 0))
            {
                line = at >= 0 ? rest[..at] : rest;
                start += at >= 0 ? at + 1 : rest.Length;
                if (line is [.., (byte)'\r']) line = line[..^1];
                return true;
            }
            line = default;
            if (atEnd) return false;
            rest.CopyTo(buffer);
            (start, end) = (0, rest.Length);
            var read = content.Read(buffer.AsSpan(end));
            end += read;
            atEnd = read == 0;
        }
    }
}
