using System.Buffers;
using System.Buffers.Text;

namespace Sovia.Import.Containers;

/// <summary>Decodes the content of one part of an MHTML file line by line.</summary>
/// <param name="encoding"><c>quoted-printable</c>, <c>base64</c>, or anything else for unencoded content.</param>
/// <param name="most">The maximum size in bytes; the rest is dropped.</param>
internal sealed class MimeBodyDecoder(string encoding, int most)
{
    private readonly ArrayBufferWriter<byte> bytes = new();

    /// <summary>True if the content exceeded the maximum size.</summary>
    public bool IsTruncated { get; private set; }

    /// <summary>Appends a line without its line break.</summary>
    public void Append(ReadOnlySpan<byte> line)
    {
        if (bytes.WrittenCount + line.Length > most) IsTruncated = true;
        else if (encoding is "quoted-printable") AppendQuotedPrintable(line);
        else if (encoding is "base64") bytes.Write(line);
        else AppendLine(line);
    }

    /// <summary>Returns the decoded content.</summary>
    public byte[] GetBytes() => encoding is "base64" ? DecodeBase64(bytes.WrittenSpan.ToArray()) : bytes.WrittenSpan.ToArray();

    private void AppendLine(ReadOnlySpan<byte> line)
    {
        bytes.Write(line);
        bytes.Write("\n"u8);
    }

    // =3D is a byte in hexadecimal digits; = at the end of a line removes the line break.
    private void AppendQuotedPrintable(ReadOnlySpan<byte> line)
    {
        line = line.TrimEnd(" \t"u8);
        var hasSoftBreak = line is [.., (byte)'='];
        if (hasSoftBreak) line = line[..^1];
        while (line.IndexOf((byte)'=') is >= 0 and var index)
        {
            bytes.Write(line[..index]);
            if (line.Length >= index + 3 && Utf8Parser.TryParse(line.Slice(index + 1, 2), out byte value, out var used, 'X') && used == 2)
            {
                bytes.Write([value]);
                line = line[(index + 3)..];
            }
            else
            {
                bytes.Write("="u8);
                line = line[(index + 1)..];
            }
        }
        if (hasSoftBreak) bytes.Write(line);
        else AppendLine(line);
    }

    private static byte[] DecodeBase64(Span<byte> text)
    {
        var length = 0;
        foreach (var c in text)
            if (char.IsAsciiLetterOrDigit((char)c) || c is (byte)'+' or (byte)'/') text[length++] = c;
        // A single extra character encodes less than a byte: the content was cut off there.
        if (length % 4 == 1) length--;
        var padded = new byte[(length + 3) / 4 * 4];
        text[..length].CopyTo(padded);
        padded.AsSpan(length).Fill((byte)'=');
        var decoded = new byte[padded.Length / 4 * 3];
        Base64.DecodeFromUtf8(padded, decoded, out _, out var byteCount);
        return decoded[..byteCount];
    }
}
